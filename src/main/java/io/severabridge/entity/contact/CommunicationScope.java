package io.severabridge.entity.contact;

import io.severabridge.company.Company;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Verdict;

/** A contact may have no value of a kind. */
final class CommunicationScope implements Scope<ErpCommunication, SeveraCommunication> {
    @Override
    public Verdict row(ErpCommunication row, Company company) {
        return row.value().isEmpty() ? Verdict.noRecord() : Verdict.transfer();
    }
}
