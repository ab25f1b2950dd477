package io.severabridge.entity.project;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.RecordMapping;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.record.TextNormalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Projects. */
public final class ProjectTransfers {
    private static final String PATH = "/v1/projects";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);

    /** Names count within one customer. */
    private static final MatchKeys<ErpProject, SeveraProject> KEYS = MatchKeys.number(
                    ErpProject::number, SeveraProject::number)
            .and(MatchKeys.content(ProjectTransfers::nameOfRow, ProjectTransfers::nameInSevera));

    /** Won and internal projects make their customers go to the ERP. */
    private static final SeveraResource<SeveraProject> PROJECTS = SeveraResource.of(
                    Resources.PROJECTS, SeveraProject.class, LIST, SeveraProject::guid, SeveraProject::createdDateTime)
            .matchedBy(KEYS)
            .below(project -> GuidRef.guidOf(project.customer()))
            .makesEligible(SeveraProject::goesToErp)
            .alsoChangedSince("salesStatusChangedSince")
            .build();

    private ProjectTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(Entities.PROJECT, Direction.TO_SEVERA, "Projects of active customers.", project());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.PROJECT, Direction.TO_ERP, "Won and internal projects that have a number.", project());
    }

    /** What Severa's projects are read as. */
    public static SeveraResource<?> resource() {
        return PROJECTS;
    }

    private static EntityDefinition<ErpProject, SeveraProject, Project> project() {
        return EntityDefinition.of(Entities.PROJECT, erp(), severa(), mapping())
                .master(company -> company.masters().projects())
                .match(rules ->
                        rules.by(KEYS).identifiedBy(project -> Arrays.asList(project.name(), project.customer())))
                .scope(new ProjectScope())
                .undo(rules -> rules.usedIn("orders", "project/used-in-orders")
                        .usedIn("hours", "project/used-in-hours", Entities.WORK_HOUR)
                        .usedIn("vouchers", "project/used-in-vouchers")
                        .usedInSevera(ListRequest.of("/v1/workhours", Paging.TOKEN), "project")
                        .usedInSevera(ListRequest.of("/v1/projectfees", Paging.TOKEN), "project")
                        .usedInSevera(ListRequest.of("/v1/invoices", Paging.TOKEN), "projects"))
                .build();
    }

    private static ErpSource<ErpProject> erp() {
        return ErpSource.of(
                        "project/rows",
                        ErpProject.class,
                        ErpProject::number,
                        row -> "project " + row.number() + " " + row.name())
                .textKey(company -> UnitNumbers.isText(company.projects().unit()))
                .guidIn(ErpProject::guid, "project/guid")
                .writtenTo(ErpTable.of("project/update", "project/insert", ErpProject::number))
                .build();
    }

    private static SeveraSide<SeveraProject> severa() {
        return SeveraSide.of(PROJECTS)
                .createdAt(PATH)
                .updatedAt(project -> PATH + "/" + project.guid())
                .deletedWith("projects:delete")
                .called(project ->
                        "project " + (project.number() == null ? "" : project.number() + " ") + project.name())
                .build();
    }

    private static RecordMapping<ErpProject, SeveraProject, Project> mapping() {
        return RecordMapping.bothWays(
                        Project.class,
                        ProjectMapping::fromErp,
                        ProjectMapping::fromSevera,
                        ProjectMapping::toSevera,
                        ProjectMapping::toErp)
                .onCreate(ProjectMapping::onCreate)
                .lookedUpIn((project, parent) -> LIST.with("numbers", String.valueOf(project.number())))
                .build();
    }

    private static @Nullable String nameOfRow(ErpProject row, MappingContext context) {
        String customer =
                context.byNumber(Entities.CUSTOMER, String.valueOf(row.customer())) instanceof Reference.Linked linked
                        ? linked.guid()
                        : null;
        return scoped(customer, row.name());
    }

    private static @Nullable String nameInSevera(SeveraProject project) {
        return scoped(GuidRef.guidOf(project.customer()), project.name());
    }

    private static @Nullable String scoped(@Nullable String customer, @Nullable String name) {
        return customer == null || name == null ? null : customer + " " + TextNormalizer.folded(name);
    }
}
