package io.severabridge.entity.workhour;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Work hours, from Severa to the ERP. */
public final class WorkHourTransfers {
    private static final SeveraResource<SeveraWorkHour> HOURS = SeveraResource.of(
                    Resources.WORK_HOURS,
                    SeveraWorkHour.class,
                    ListRequest.of("/v1/workhours", Paging.TOKEN),
                    SeveraWorkHour::guid,
                    SeveraWorkHour::createdDateTime)
            .deletedIn(ListRequest.of("/v1/deletedworkhours", Paging.TOKEN))
            .byDay(
                    "eventDateStart",
                    SeveraWorkHour::eventDate,
                    company -> company.workHours() == null
                            ? null
                            : company.workHours().from(),
                    company -> company.workHours() == null
                            ? Duration.ZERO
                            : company.workHours().lookBack())
            .build();

    private WorkHourTransfers() {}

    /** Users and projects are those of Severa: the entries refer to them. */
    public static Transfer toErp(SeveraResource<?> users, SeveraResource<?> projects) {
        return new Transfer(
                Entities.WORK_HOUR,
                Direction.TO_ERP,
                "Approved work hours become rows of the table of free information.",
                EntityDefinition.of(Entities.WORK_HOUR, erp(), severa(users, projects), mapping())
                        .enabled(company -> company.workHours() != null)
                        .master(company -> Master.SEVERA)
                        .alsoCalled("hour")
                        .mayComeAgain()
                        .scope(new WorkHourScope())
                        .undo(rules -> rules.usedIn("orders", "work-hour/used-in-orders"))
                        .build());
    }

    private static ErpSource<ErpWorkHour> erp() {
        return ErpSource.of("work-hour/rows", ErpWorkHour.class, ErpWorkHour::key, ErpWorkHour::label)
                .parameters(company -> Map.of("category", hours(company).category()))
                .rowsOf(company -> hours(company).table() + " " + hours(company).category())
                .guidIn(ErpWorkHour::guid, "work-hour/guid")
                .writtenTo(ErpTable.of("work-hour/update", "work-hour/insert", ErpWorkHour::key)
                        .numbered("id", "work-hour/next-id"))
                .cut("description", "invoiceDescription")
                .build();
    }

    private static SeveraSide<SeveraWorkHour> severa(SeveraResource<?> users, SeveraResource<?> projects) {
        return SeveraSide.of(HOURS)
                .reads(users, projects)
                .allowedTo("hours:read")
                .called(SeveraWorkHour::label)
                .build();
    }

    private static RecordMapping<ErpWorkHour, SeveraWorkHour, WorkHour> mapping() {
        return RecordMapping.onlyToErp(
                        WorkHour.class, WorkHourMapping::fromErp, WorkHourMapping::fromSevera, WorkHourMapping::toErp)
                .onErpCreate(WorkHourMapping::onCreate)
                .build();
    }

    private static Company.WorkHours hours(Company company) {
        return Objects.requireNonNull(company.workHours());
    }
}
