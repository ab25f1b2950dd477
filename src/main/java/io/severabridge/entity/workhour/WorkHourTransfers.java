package io.severabridge.entity.workhour;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Transfer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Work hours, from Severa to the ERP. */
public final class WorkHourTransfers {
    private static final Resource<SeveraWorkHour> HOURS = new Resource<>(
                    Resources.WORK_HOURS,
                    SeveraWorkHour.class,
                    ListRequest.of("/v1/workhours", Paging.TOKEN),
                    SeveraWorkHour::guid,
                    hour -> Keys.NONE,
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
                            : company.workHours().lookBack());

    private WorkHourTransfers() {}

    /** Users and projects are those of Severa: the entries refer to them. */
    public static Transfer toErp(Resource<?> users, Resource<?> projects) {
        return new Transfer(
                Entities.WORK_HOUR,
                Direction.TO_ERP,
                "Approved work hours become rows of the table of free information.",
                workHour().reads(users, projects));
    }

    private static Part<ErpWorkHour, SeveraWorkHour, WorkHour> workHour() {
        return new Part<>(
                        Entities.WORK_HOUR,
                        HOURS,
                        Source.of("work-hour/rows", ErpWorkHour.class, ErpWorkHour::key, ErpWorkHour::label),
                        new Mapping<>(
                                WorkHour.class,
                                WorkHourMapping::fromErp,
                                WorkHourMapping::fromSevera,
                                (hour, parent, facts) -> Map.of(),
                                WorkHourMapping::toErp))
                .enabled(company -> company.workHours() != null)
                .parameters(company -> Map.of("category", hours(company).category()))
                .rowsOf(company -> hours(company).table() + " " + hours(company).category())
                .allowedTo("hours:read")
                .master(company -> Master.SEVERA)
                .guidIn(ErpWorkHour::guid, "work-hour/guid")
                .usedIn("orders", "work-hour/used-in-orders")
                .writtenTo(ErpTable.of("work-hour/update", "work-hour/insert", ErpWorkHour::key)
                        .numbered("id", "work-hour/next-id"))
                .cut("description", "invoiceDescription")
                .alsoCalled("hour")
                .notInErp(WorkHourMapping::notInErp)
                .heldBack(WorkHourMapping::heldBack)
                .mayComeAgain()
                .onErpCreate(WorkHourMapping::onCreate)
                .calledInSevera(SeveraWorkHour::label);
    }

    private static Company.WorkHours hours(Company company) {
        return Objects.requireNonNull(company.workHours());
    }
}
