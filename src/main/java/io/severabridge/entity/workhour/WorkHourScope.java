package io.severabridge.entity.workhour;

import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import java.util.Objects;

/** Approved work hours, unless the company wants all. */
final class WorkHourScope implements Scope<ErpWorkHour, SeveraWorkHour> {
    @Override
    public Verdict newRecord(SeveraWorkHour hour, MappingContext context) {
        return isApproved(hour, context) ? Verdict.transfer() : Verdict.skip(Skip.NOT_APPROVED);
    }

    @Override
    public Verdict knownRecord(SeveraWorkHour hour, MappingContext context) {
        return isApproved(hour, context)
                ? Verdict.transfer()
                : Verdict.holdBack(new Rejected(
                        WorkHourRejects.APPROVAL_WITHDRAWN,
                        "isApproved",
                        "false",
                        "it was approved when it came to the ERP, and no longer is; the row stays as it is"));
    }

    private static boolean isApproved(SeveraWorkHour hour, MappingContext context) {
        return Boolean.TRUE.equals(hour.isApproved())
                || !Objects.requireNonNull(context.company().workHours()).approvedOnly();
    }
}
