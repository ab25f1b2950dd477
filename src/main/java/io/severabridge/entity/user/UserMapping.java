package io.severabridge.entity.user;

import io.severabridge.company.Company.NewUser;
import io.severabridge.entity.AddressLines;
import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.PersonName;
import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.record.RecordBuilder;
import io.severabridge.sync.record.TextNormalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mapping page, Employee/User. */
final class UserMapping {
    private static final String ROWS = "user/rows";

    /** Address lines of an associate. */
    private static final int LINES = 4;

    private UserMapping() {}

    static User fromErp(ErpUser row, MappingContext context) {
        PersonName name = PersonName.split(row.name(), context.column(ROWS, "name"));
        if (row.country() == 0 && !row.hasAddress()) {
            context.implied("country");
        }
        return new User(
                String.valueOf(row.number()),
                name.first(),
                name.last(),
                Groups.active(context.company().users().inactive(), row.inactiveGroup()),
                TextNormalizer.orNull(row.email()),
                TextNormalizer.orNull(row.phone()),
                AddressLines.join(row.line1(), row.line2(), row.line3(), row.line4()),
                TextNormalizer.orNull(row.postCode()),
                TextNormalizer.orNull(row.city()),
                Codes.country(row.country(), context.column(ROWS, "country"), context),
                Codes.language(row.language(), context.column(ROWS, "language"), context),
                unit(row, context));
    }

    private static @Nullable String unit(ErpUser row, MappingContext context) {
        if (TextNormalizer.number(row.unit()) != null) {
            return context.optional(
                    "businessUnit",
                    context.byNumber(Entities.BUSINESS_UNIT, row.unit()),
                    context.company().projects().departmentField(),
                    row.unit(),
                    SharedRejects.UNKNOWN_DEPARTMENT);
        }
        String fallback = context.company().users().newUser().businessUnit();
        if (fallback.isEmpty()) {
            return null;
        }
        context.implied("businessUnit");
        if (context.byNumber(Entities.BUSINESS_UNIT, fallback) instanceof Reference.Linked linked) {
            return linked.guid();
        }
        throw new WrongSetUp("users.new.business-unit: no department " + fallback + " is in Severa");
    }

    static User fromSevera(SeveraUser user, MappingContext context) {
        return new User(
                TextNormalizer.line(user.code()),
                TextNormalizer.line(user.firstName()),
                TextNormalizer.line(user.lastName()),
                Groups.active(context.company().users().inactive(), user.isActive()),
                TextNormalizer.orNull(user.email()),
                TextNormalizer.orNull(user.phone()),
                AddressLines.normal(user.address()),
                TextNormalizer.orNull(user.postalCode()),
                TextNormalizer.orNull(user.city()),
                context.codes().severa().countries().code(GuidRef.guidOf(user.country())),
                Codes.languageOf(user.language(), context),
                GuidRef.guidOf(user.businessUnit()));
    }

    static SeveraUser toSevera(User user, String parent, MappingContext context) {
        return RecordBuilder.of(SeveraUser.class)
                .with("code", user.code())
                .with("firstName", user.firstName())
                .with("lastName", user.lastName())
                .with("isActive", user.active())
                .with("email", user.email())
                .with("phone", user.phone())
                .with("address", user.address())
                .with("postalCode", user.postalCode())
                .with("city", user.city())
                .with("country", Codes.countryPointer(user.country(), context))
                .with("language", Codes.languagePointer(user.language(), context))
                .with("businessUnit", GuidRef.to(user.businessUnit()))
                .build();
    }

    /** What a new user gets: users cost licences, and nobody is to get a welcome of mails. */
    static Map<String, Object> onCreate(User user, MappingContext context) {
        NewUser settings = context.company().users().newUser();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("userType", settings.type());
        if (!settings.permissionProfile().isEmpty()) {
            String guid = context.codes().severa().permissionProfiles().get(settings.permissionProfile());
            if (guid == null) {
                throw new WrongSetUp(
                        "users.new.permission-profile: Severa has no active profile " + settings.permissionProfile());
            }
            fields.put("permissionProfile", new GuidRef(guid));
        }
        fields.put(
                "notificationSettings",
                Map.of(
                        "sendNewActivityEmail", false,
                        "sendTodaysAgendaEmail", false,
                        "sendWeeklySummaryEmail", false));
        return fields;
    }

    static Title titleFromErp(ErpUser row, MappingContext context) {
        return new Title(TextNormalizer.orNull(row.title()));
    }

    /** Severa keeps the title in the work contract, and may show it there alone. */
    static Title titleFromSevera(SeveraUser user, MappingContext context) {
        String own = TextNormalizer.orNull(user.title());
        SeveraUser.Contract contract = user.workContract();
        return new Title(own != null || contract == null ? own : TextNormalizer.orNull(contract.title()));
    }

    static Object titleToSevera(Title title, String parent, MappingContext context) {
        return title.title() == null ? Map.of() : Map.of("title", title.title());
    }

    /** Where the title is kept: in the work contract that Severa made by itself, never in a new one. */
    static String contractPath(SeveraUser user) {
        String contract =
                user.workContract() == null ? null : user.workContract().guid();
        if (contract == null) {
            throw new Rejected(
                    UserRejects.WORK_CONTRACT_MISSING,
                    "Title",
                    user.title(),
                    "the user has no work contract in Severa");
        }
        return "/v1/workcontracts/" + contract;
    }

    static Superior superiorFromErp(ErpUser row, MappingContext context) {
        if (row.superior() == 0) {
            return new Superior(null);
        }
        String superior = String.valueOf(row.superior());
        return new Superior(context.optional(
                "user",
                context.byKey(Entities.USER, superior),
                context.column(ROWS, "superior"),
                superior,
                SharedRejects.UNKNOWN_EMPLOYEE));
    }

    static Superior superiorFromSevera(SeveraUser user, MappingContext context) {
        return new Superior(GuidRef.guidOf(user.superiorUser()));
    }

    static SeveraUser superiorToSevera(Superior superior, String parent, MappingContext context) {
        return SeveraUser.below(GuidRef.to(superior.user()));
    }

    static ErpValues toErp(User user, @Nullable ErpUser now, MappingContext context) {
        ErpValues values = new ErpValues()
                .with("name", NormalForms.name(new PersonName(user.firstName(), user.lastName()).joined()))
                .with("postCode", NormalForms.text(user.postalCode()))
                .with("city", NormalForms.text(user.city()))
                .with("country", Codes.countryNumber(user.country(), now == null ? 0 : now.country(), context))
                .with("language", Codes.languageNumber(user.language()))
                .with("phone", NormalForms.text(user.phone()))
                .with("email", NormalForms.text(user.email()))
                .with(
                        "inactiveGroup",
                        Groups.groupOf(user.active(), context.company().users().inactive()));
        AddressLines.into(values, user.address(), LINES);
        String unit = context.erpReference(
                "businessUnit",
                user.businessUnit(),
                context.erpKey(Entities.BUSINESS_UNIT, user.businessUnit()),
                now == null ? null : now.unit(),
                "0");
        UnitNumbers.unit(values, "unit", unit, context.company().businessUnits().unit());
        return now == null && !user.code().isEmpty() ? values.with("number", number(user.code())) : values;
    }

    private static long number(String code) {
        if (!code.matches("[1-9]\\d{0,8}")) {
            throw new Rejected(
                    ColumnRejects.NUMBER_DOES_NOT_FIT,
                    "code",
                    code,
                    "the ERP's employees have whole numbers of at most 9 digits");
        }
        return Long.parseLong(code);
    }

    static ErpValues titleToErp(Title title, @Nullable ErpUser now, MappingContext context) {
        return new ErpValues().with("title", NormalForms.text(title.title()));
    }

    static ErpValues superiorToErp(Superior superior, @Nullable ErpUser now, MappingContext context) {
        return new ErpValues()
                .with(
                        "superior",
                        Long.parseLong(context.erpReference(
                                "user",
                                superior.user(),
                                context.erpKey(Entities.USER, superior.user()),
                                now == null ? null : String.valueOf(now.superior()),
                                "0")));
    }
}
