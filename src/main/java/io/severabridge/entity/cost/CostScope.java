package io.severabridge.entity.cost;

import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;

/** Voucher lines that have a project. */
final class CostScope implements Scope<ErpCost, SeveraFee> {
    @Override
    public Verdict belonging(ErpCost row, MappingContext context) {
        return row.hasProject() ? Verdict.transfer() : Verdict.skip(Skip.NO_PROJECT);
    }
}
