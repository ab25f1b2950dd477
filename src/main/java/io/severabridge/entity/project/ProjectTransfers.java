package io.severabridge.entity.project;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.Resources;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.Pointer;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Reference;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Projects. */
public final class ProjectTransfers {
    private static final String PATH = "/v1/projects";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);

    /** Won and internal projects make their customers go to the ERP. */
    private static final Resource<SeveraProject> PROJECTS = new Resource<>(
                    Resources.PROJECTS,
                    SeveraProject.class,
                    LIST,
                    SeveraProject::guid,
                    project -> new Keys(
                            project.number() == null ? null : Texts.number(String.valueOf(project.number())),
                            null,
                            scoped(Pointer.guidOf(project.customer()), project.name())),
                    SeveraProject::createdDateTime)
            .below(project -> Pointer.guidOf(project.customer()))
            .makesEligible(SeveraProject::goesToErp)
            .alsoChangedSince("salesStatusChangedSince");

    private ProjectTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(Entities.PROJECT, Direction.TO_SEVERA, "Projects of active customers.", project());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.PROJECT, Direction.TO_ERP, "Won and internal projects that have a number.", project());
    }

    /** What Severa's projects are read as. */
    public static Resource<?> resource() {
        return PROJECTS;
    }

    private static Part<ErpProject, SeveraProject, Project> project() {
        return new Part<>(
                        Entities.PROJECT,
                        PROJECTS,
                        Source.of(
                                "project/rows",
                                ErpProject.class,
                                ErpProject::number,
                                row -> "project " + row.number() + " " + row.name()),
                        new Mapping<>(
                                Project.class,
                                ProjectMapping::fromErp,
                                ProjectMapping::fromSevera,
                                ProjectMapping::toSevera,
                                ProjectMapping::toErp))
                .textKey(company -> UnitNumbers.isText(company.projects().unit()))
                .master(company -> company.masters().projects())
                .matchedBy(ProjectTransfers::keys)
                .guidIn(ErpProject::guid, "project/guid")
                .identifiedBy(project -> Arrays.asList(project.name(), project.customer()))
                .excluded((row, company) -> Groups.in(company.projects().exclude(), row.excludeGroup()))
                .skippedWith((row, facts) -> row.customer() != 0
                        && facts.byNumber(Entities.CUSTOMER, String.valueOf(row.customer()))
                                instanceof Reference.NotTransferred)
                .onCreate(ProjectMapping::onCreate)
                .createdAt(PATH)
                .deletedWith("projects:delete")
                .updatedAt(project -> PATH + "/" + project.guid())
                .lookedUpIn((project, parent) -> LIST.with("numbers", String.valueOf(project.number())))
                .writtenTo(ErpTable.of("project/update", "project/insert", ErpProject::number))
                .usedIn("orders", "project/used-in-orders")
                .usedIn("hours", "project/used-in-hours", Entities.WORK_HOUR)
                .usedIn("vouchers", "project/used-in-vouchers")
                .usedInSevera(ListRequest.of("/v1/workhours", Paging.TOKEN), "project")
                .usedInSevera(ListRequest.of("/v1/projectfees", Paging.TOKEN), "project")
                .usedInSevera(ListRequest.of("/v1/invoices", Paging.TOKEN), "projects")
                .notInErp(ProjectMapping::notInErp)
                .calledInSevera(project ->
                        "project " + (project.number() == null ? "" : project.number() + " ") + project.name());
    }

    private static Keys keys(ErpProject row, Facts facts) {
        String customer =
                facts.byNumber(Entities.CUSTOMER, String.valueOf(row.customer())) instanceof Reference.Linked linked
                        ? linked.guid()
                        : null;
        return new Keys(Texts.number(row.number()), null, scoped(customer, row.name()));
    }

    /** Names count within one customer. */
    private static @Nullable String scoped(@Nullable String customer, @Nullable String name) {
        return customer == null || name == null ? null : customer + " " + Texts.folded(name);
    }
}
