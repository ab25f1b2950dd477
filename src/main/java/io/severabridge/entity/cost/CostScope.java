package io.severabridge.entity.cost;

import io.severabridge.transfer.MappingContext;
import io.severabridge.transfer.Scope;
import io.severabridge.transfer.Skip;
import io.severabridge.transfer.Verdict;

/** Voucher lines that have a project. */
final class CostScope implements Scope<ErpCost, SeveraFee> {
    @Override
    public Verdict belonging(ErpCost row, MappingContext context) {
        return row.hasProject() ? Verdict.transfer() : Verdict.skip(Skip.NO_PROJECT);
    }
}
