package io.severabridge.entity.user;

import io.severabridge.entity.Entities;
import io.severabridge.entity.PersonName;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpSourceBuilder;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import io.severabridge.sync.record.TextNormalizer;
import java.util.Arrays;
import java.util.Map;

/** Employees to users, with title; superiors second, since they may point forward. */
public final class UserTransfers {
    private static final String TITLE = "user-title";
    private static final String SUPERVISOR = "user-supervisor";
    private static final String PATH = "/v1/users";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);

    private static final MatchKeys<ErpUser, SeveraUser> KEYS = MatchKeys.code(
                    (ErpUser row) -> TextNormalizer.number(String.valueOf(row.number())), SeveraUser::code)
            .and(MatchKeys.email(ErpUser::email, SeveraUser::email))
            .and(MatchKeys.name(ErpUser::name, SeveraUser::name));

    private static final SeveraResource<SeveraUser> USERS = SeveraResource.of(
                    Resources.USERS, SeveraUser.class, LIST, SeveraUser::guid, SeveraUser::createdDateTime)
            .matchedBy(KEYS)
            .build();

    private UserTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.USER,
                Direction.TO_SEVERA,
                "Employees with an e-mail address become users, with their title.",
                user(),
                title());
    }

    public static Transfer superiorsToSevera() {
        return new Transfer(SUPERVISOR, Direction.TO_SEVERA, "Users get their superiors.", superior());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.USER, Direction.TO_ERP, "Users become employees, with their title.", user(), title());
    }

    public static Transfer superiorsToErp() {
        return new Transfer(SUPERVISOR, Direction.TO_ERP, "Employees get their superiors.", superior());
    }

    /** What Severa's users are read as. */
    public static SeveraResource<?> resource() {
        return USERS;
    }

    private static EntityDefinition<ErpUser, SeveraUser, User> user() {
        return EntityDefinition.of(Entities.USER, erp(), severa(), mapping())
                .master(company -> company.masters().users())
                .alsoCalled("employee")
                .match(rules -> rules.by(KEYS)
                        .identifiedBy(user -> Arrays.asList(
                                new PersonName(user.firstName(), user.lastName()).joined(), user.email())))
                .scope(new UserScope())
                .undo(rules -> rules.usedIn("orders", "user/used-in-orders")
                        .usedIn("projects", "user/used-in-projects", Entities.PROJECT)
                        .usedIn("hours", "user/used-in-hours", Entities.WORK_HOUR)
                        .usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "projectOwner")
                        .usedInSevera(ListRequest.of("/v1/workhours", Paging.TOKEN), "user")
                        .usedInSevera(ListRequest.of("/v1/projectfees", Paging.TOKEN), "user"))
                .build();
    }

    private static ErpSource<ErpUser> erp() {
        return employees()
                .guidIn(ErpUser::guid, "user/guid")
                .writtenTo(ErpTable.of("user/update", "user/insert", ErpUser::key)
                        .numbered("id", "reference/next-associate")
                        .numbered("number", "user/next-number"))
                .numberedByErp("code")
                .like(company -> company.users().template())
                .build();
    }

    private static ErpSourceBuilder<ErpUser> employees() {
        return ErpSource.of("user/rows", ErpUser.class, ErpUser::key, ErpUser::label);
    }

    private static SeveraSide<SeveraUser> severa() {
        return SeveraSide.of(USERS)
                .createdAt(PATH)
                .updatedAt(user -> PATH + "/" + user.guid())
                .deletedWith("users:delete")
                .called(user -> "user " + (user.code() == null ? "" : user.code() + " ") + user.firstName() + " "
                        + user.lastName())
                .build();
    }

    private static RecordMapping<ErpUser, SeveraUser, User> mapping() {
        return RecordMapping.bothWays(
                        User.class,
                        UserMapping::fromErp,
                        UserMapping::fromSevera,
                        UserMapping::toSevera,
                        UserMapping::toErp)
                .onCreate(UserMapping::onCreate)
                .addedBySevera(user -> Map.of("workContract", Map.of("guid", "made with the user")))
                .lookedUpIn((user, parent) -> LIST.with("code", user.code()))
                .build();
    }

    private static EntityDefinition<ErpUser, SeveraUser, Title> title() {
        return EntityDefinition.of(
                        TITLE,
                        employees()
                                .writtenTo(ErpTable.updated("user/title-update", ErpUser::key))
                                .build(),
                        SeveraSide.of(USERS)
                                .answersOtherRecord()
                                .updatedAt(UserMapping::contractPath)
                                .build(),
                        RecordMapping.bothWays(
                                        Title.class,
                                        UserMapping::titleFromErp,
                                        UserMapping::titleFromSevera,
                                        UserMapping::titleToSevera,
                                        UserMapping::titleToErp)
                                .build())
                .enabled(company -> company.users().titleInWorkContract())
                .master(company -> company.masters().users())
                .belongs(to -> to.facetOf(Entities.USER, SharedRejects.UNKNOWN_EMPLOYEE))
                .build();
    }

    private static EntityDefinition<ErpUser, SeveraUser, Superior> superior() {
        return EntityDefinition.of(
                        SUPERVISOR,
                        employees()
                                .writtenTo(ErpTable.updated("user/superior-update", ErpUser::key))
                                .build(),
                        SeveraSide.of(USERS)
                                .updatedAt(user -> PATH + "/" + user.guid())
                                .build(),
                        RecordMapping.bothWays(
                                        Superior.class,
                                        UserMapping::superiorFromErp,
                                        UserMapping::superiorFromSevera,
                                        UserMapping::superiorToSevera,
                                        UserMapping::superiorToErp)
                                .build())
                .master(company -> company.masters().users())
                .belongs(to -> to.facetOf(Entities.USER, SharedRejects.UNKNOWN_EMPLOYEE)
                        .below(row -> row.superior() == 0 ? null : String.valueOf(row.superior())))
                .build();
    }
}
