package io.severabridge.entity.user;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.PersonName;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Skip;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import java.util.Arrays;
import java.util.Map;

/** Employees to users, with title; superiors second, since they may point forward. */
public final class UserTransfers {
    private static final String TITLE = "user-title";
    private static final String SUPERVISOR = "user-supervisor";
    private static final String PATH = "/v1/users";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);

    private static final Resource<SeveraUser> USERS = new Resource<>(
            Resources.USERS,
            SeveraUser.class,
            LIST,
            SeveraUser::guid,
            user -> new Keys(
                    Texts.orNull(user.code()),
                    Texts.folded(user.email()),
                    Texts.folded(
                            PersonName.of(user.firstName(), user.lastName()).joined())),
            SeveraUser::createdDateTime);

    private static final Source<ErpUser> EMPLOYEES =
            Source.of("user/rows", ErpUser.class, ErpUser::key, ErpUser::label);

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
    public static Resource<?> resource() {
        return USERS;
    }

    private static Part<ErpUser, SeveraUser, User> user() {
        return new Part<>(
                        Entities.USER,
                        USERS,
                        EMPLOYEES,
                        new Mapping<>(
                                User.class,
                                UserMapping::fromErp,
                                UserMapping::fromSevera,
                                UserMapping::toSevera,
                                UserMapping::toErp))
                .master(company -> company.masters().users())
                .matchedBy((row, facts) -> new Keys(
                        Texts.number(String.valueOf(row.number())),
                        Texts.folded(row.email()),
                        Texts.folded(row.name())))
                .guidIn(ErpUser::guid, "user/guid")
                .identifiedBy(
                        user -> Arrays.asList(new PersonName(user.firstName(), user.lastName()).joined(), user.email()))
                .excluded((row, company) -> Groups.in(company.users().exclude(), row.excludeGroup()))
                .excludedUnlessLinked(company -> company.users().exclude() != null
                        && company.users().exclude().equals(company.users().inactive()))
                .notCreated((row, company) -> Groups.in(company.users().inactive(), row.inactiveGroup())
                        ? Skip.INACTIVE
                        : row.email().isEmpty() ? Skip.NO_EMAIL : null)
                .onCreate(UserMapping::onCreate)
                .addedBySevera(user -> Map.of("workContract", Map.of("guid", "made with the user")))
                .createdAt(PATH)
                .deletedWith("users:delete")
                .alsoCalled("employee")
                .updatedAt(user -> PATH + "/" + user.guid())
                .lookedUpIn((user, parent) -> LIST.with("code", user.code()))
                .writtenTo(ErpTable.of("user/update", "user/insert", ErpUser::key)
                        .numbered("id", "reference/next-associate")
                        .numbered("number", "user/next-number"))
                .numberedByErp("code")
                .usedIn("orders", "user/used-in-orders")
                .usedIn("projects", "user/used-in-projects", Entities.PROJECT)
                .usedIn("hours", "user/used-in-hours", Entities.WORK_HOUR)
                .usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "projectOwner")
                .usedInSevera(ListRequest.of("/v1/workhours", Paging.TOKEN), "user")
                .usedInSevera(ListRequest.of("/v1/projectfees", Paging.TOKEN), "user")
                .notInErp(UserMapping::notInErp)
                .like(company -> company.users().template())
                .calledInSevera(user -> "user " + (user.code() == null ? "" : user.code() + " ") + user.firstName()
                        + " " + user.lastName());
    }

    private static Part<ErpUser, SeveraUser, Title> title() {
        return new Part<>(
                        TITLE,
                        USERS,
                        EMPLOYEES,
                        new Mapping<>(
                                Title.class,
                                UserMapping::titleFromErp,
                                UserMapping::titleFromSevera,
                                UserMapping::titleToSevera,
                                UserMapping::titleToErp))
                .enabled(company -> company.users().titleInWorkContract())
                .master(company -> company.masters().users())
                .facetOf(Entities.USER, SharedRejects.UNKNOWN_EMPLOYEE)
                .writtenTo(ErpTable.updated("user/title-update", ErpUser::key))
                .answersOtherRecord()
                .updatedAt(UserMapping::contractPath);
    }

    private static Part<ErpUser, SeveraUser, Superior> superior() {
        return new Part<>(
                        SUPERVISOR,
                        USERS,
                        EMPLOYEES,
                        new Mapping<>(
                                Superior.class,
                                UserMapping::superiorFromErp,
                                UserMapping::superiorFromSevera,
                                UserMapping::superiorToSevera,
                                UserMapping::superiorToErp))
                .master(company -> company.masters().users())
                .facetOf(Entities.USER, SharedRejects.UNKNOWN_EMPLOYEE)
                .writtenTo(ErpTable.updated("user/superior-update", ErpUser::key))
                .below(row -> row.superior() == 0 ? null : String.valueOf(row.superior()))
                .updatedAt(user -> PATH + "/" + user.guid());
    }
}
