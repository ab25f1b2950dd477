package io.severabridge.sandbox;

import static io.severabridge.sandbox.Field.choice;
import static io.severabridge.sandbox.Field.date;
import static io.severabridge.sandbox.Field.decimal;
import static io.severabridge.sandbox.Field.guid;
import static io.severabridge.sandbox.Field.large;
import static io.severabridge.sandbox.Field.list;
import static io.severabridge.sandbox.Field.money;
import static io.severabridge.sandbox.Field.object;
import static io.severabridge.sandbox.Field.reference;
import static io.severabridge.sandbox.Field.text;
import static io.severabridge.sandbox.Field.truth;
import static io.severabridge.sandbox.Field.whole;
import static io.severabridge.sandbox.ResourceSpec.Match.CONTAINS;
import static io.severabridge.sandbox.ResourceSpec.Match.EQUAL;
import static io.severabridge.sandbox.ResourceSpec.Match.IGNORING_CASE;
import static io.severabridge.sandbox.ResourceSpec.Paging.NONE;
import static io.severabridge.sandbox.ResourceSpec.Paging.OFFSET;
import static io.severabridge.sandbox.ResourceSpec.Paging.TOKEN;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The resources that are served, by the names and numbers of the API document. */
final class Kinds {
    /** What answers repeat of a person. */
    static final String[] PERSON = {"code", "name", "firstName", "lastName"};

    private Kinds() {}

    static Map<String, ResourceSpec> all() {
        Map<String, ResourceSpec> all = new LinkedHashMap<>();
        Stream.of(registers(), CustomerKinds.all(), WorkKinds.all(), InvoiceKinds.all(), codes())
                .flatMap(s -> s)
                .forEach(kind -> all.put(kind.name, kind));
        return all;
    }

    private static Stream<ResourceSpec> registers() {
        return Stream.of(
                new ResourceSpec("businessunits", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                guid("parentGuid", "businessunits"),
                                truth("isActive", true),
                                text("vatNumber"),
                                text("kvkNumber").most(25),
                                text("code"))
                        .writable("POST", "PATCH", "DELETE")
                        .filter("active", "isActive", EQUAL)
                        .filter("code", "code", EQUAL)
                        .filter("name", "name", EQUAL)
                        .filter("textToSearch", "name", CONTAINS)
                        .changes(),
                new ResourceSpec("users", "users", TOKEN)
                        .with(
                                text("firstName").needed().most(100),
                                text("lastName").needed().most(100),
                                truth("isActive", true),
                                text("email"),
                                text("phone"),
                                reference("businessUnit", "businessunits", "name", "code")
                                        .emptiedWhole(),
                                reference("superiorUser", "users", "name").emptiedWhole(),
                                text("code"),
                                text("address"),
                                text("postalCode"),
                                text("city"),
                                reference("country", "countries", "name", "code3", "englishName"),
                                reference("language", "languages", "code", "name", "englishName"),
                                text("notes"),
                                choice("userType", "FullUser", "Employee", "RestrictedEmployee", "Subcontractor"),
                                reference("permissionProfile", "permissionprofiles", "name"),
                                object("notificationSettings"))
                        .writable("POST", "PATCH", "DELETE")
                        .unique("email", "code")
                        .filter("isActive", "isActive", EQUAL)
                        .filter("code", "code", EQUAL)
                        .filter("email", "email", IGNORING_CASE)
                        .filter("businessUnitGuids", "businessUnit", EQUAL)
                        .filter("supervisorUserGuids", "superiorUser", EQUAL)
                        .changes(),
                new ResourceSpec("workcontracts", "users", NONE)
                        .with(
                                text("title").needed(),
                                date("startDate").needed(),
                                date("endDate"),
                                decimal("dailyHours"),
                                reference("user", "users", "name", "code").needed())
                        .writable("PATCH")
                        .onlyBelow()
                        .below("users", "workcontracts", "user", false, NONE)
                        .ownedBy("user"),
                new ResourceSpec("productcategories", "settings", OFFSET)
                        .with(text("name").needed(), truth("isActive", true), truth("isDefault", false), text("code"))
                        .writable("POST", "PATCH", "DELETE")
                        .filter("active", "isActive", EQUAL)
                        .filter("textToSearch", "name", CONTAINS)
                        .wholeByDefault()
                        .changes(),
                new ResourceSpec("products", "settings", TOKEN)
                        .with(
                                text("name").needed(),
                                text("code"),
                                money("unitPrice"),
                                money("unitCost"),
                                decimal("vatRate"),
                                text("measurementUnit"),
                                truth("isActive", true),
                                reference("productCategory", "productcategories", "name"),
                                choice("type", "FixedFees", "Materials", "Subcontracting"),
                                text("proposalDescription"))
                        .writable("POST", "PATCH", "DELETE")
                        .unique("code")
                        .filter("isActive", "isActive", EQUAL)
                        .filter("code", "code", EQUAL)
                        .filter("type", "type", EQUAL)
                        .changes(),
                new ResourceSpec("projects", "projects", TOKEN)
                        .with(
                                text("name").needed(),
                                reference("customer", "customers", "name", "number")
                                        .needed(),
                                reference("projectOwner", "users", PERSON).needed(),
                                truth("isInternal", false),
                                text("internalName"),
                                large("number"),
                                text("description"),
                                truth("isClosed", false),
                                reference("businessUnit", "businessunits", "name", "code")
                                        .emptiedWhole(),
                                reference("customerContact", "contactpersons", "name", "firstName", "lastName"),
                                reference("currency", "currencies", "name", "code", "symbol")
                                        .emptiedWhole(),
                                date("startDate"),
                                date("deadline"),
                                whole("paymentTerm"),
                                text("ourReference"),
                                text("yourReference"),
                                text("orderNumber"),
                                object("salesStatus"))
                        .writable("POST", "PATCH", "DELETE")
                        .unique("number")
                        .filter("numbers", "number", EQUAL)
                        .filter("customerGuids", "customer", EQUAL)
                        .filter("projectOwnerGuids", "projectOwner", EQUAL)
                        .filter("projectGuids", "guid", EQUAL)
                        .filter("businessUnitGuids", "businessUnit", EQUAL)
                        .filter("currencyGuid", "currency", EQUAL)
                        .filter("isClosed", "isClosed", EQUAL)
                        .filter("internal", "isInternal", EQUAL)
                        .below("customers", "projects", "customer", false, TOKEN)
                        .changes()
                        .changes("salesStatusChangedSince", "salesStatus"));
    }

    private static Stream<ResourceSpec> codes() {
        return Stream.of(
                new ResourceSpec("marketsegments", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                truth("isActive", true),
                                reference("parentMarketSegment", "marketsegments", "name"))
                        .writable("POST", "PATCH")
                        .filter("active", "isActive", EQUAL),
                new ResourceSpec("communicationtypes", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                truth("isActive", true),
                                choice(
                                        "type",
                                        "Phone",
                                        "Fax",
                                        "MobilePhone",
                                        "IPPhone",
                                        "InstantMessenger",
                                        "EmailAddress"))
                        .filter("active", "isActive", EQUAL),
                new ResourceSpec("salesstatustypes", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                truth("isActive", true),
                                choice("salesState", "InProgress", "Won", "Lost"),
                                whole("defaultProbability"))
                        .filter("active", "isActive", EQUAL)
                        .filter("salesState", "salesState", EQUAL),
                new ResourceSpec("worktypes", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                truth("isActive", true),
                                truth("isProductive", true),
                                truth("isDefault", false),
                                text("code"))
                        .writable("POST", "PATCH")
                        .filter("active", "isActive", EQUAL)
                        .filter("productive", "isProductive", EQUAL)
                        .filter("textToSearch", "name", CONTAINS)
                        .filter("code", "code", EQUAL)
                        .changes(),
                new ResourceSpec("travelexpensetypes", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                choice("expenseClass", "Mileage", "DailyAllowance", "OtherTravelExpense")
                                        .needed(),
                                text("code"),
                                truth("isActive", true),
                                money("unitCost"))
                        .writable("POST", "PATCH")
                        .filter("active", "isActive", EQUAL)
                        .filter("code", "code", EQUAL)
                        .wholeByDefault()
                        .changes(),
                new ResourceSpec("organizationsettings", "organization", NONE)
                        .with(
                                large("nextProjectNumber"),
                                large("lastProjectNumber"),
                                large("nextCustomerNumber"),
                                large("lastCustomerNumber"),
                                whole("nextInvoiceNumber"),
                                large("lastInvoiceNumber"),
                                whole("paymentTerm"),
                                choice("workHourApprovalMode", "None", "RequiredForInvoicing", "InvoicableAlways"),
                                list("workWeek"))
                        .alone(),
                new ResourceSpec("organizationdetails", "organization", NONE)
                        .with(
                                text("name").needed(),
                                text("vatNumber"),
                                text("kvkNumber").most(25),
                                truth("isVatRegistered", true),
                                text("registeredOffice"),
                                text("address"),
                                text("postalCode"),
                                text("city"),
                                reference("country", "countries", "name", "englishName"),
                                text("phone"),
                                text("fax"),
                                text("eInvoiceAddress"))
                        .writable("PATCH")
                        .patchAnswersOne()
                        .alone(),
                new ResourceSpec("vatrates", "settings", NONE)
                        .with(
                                decimal("percentage"),
                                text("code").most(10),
                                truth("isActive", true),
                                truth("isDefault", false))
                        .filter("active", "isActive", EQUAL),
                new ResourceSpec("overtimes", "settings", OFFSET)
                        .with(
                                text("name").needed(),
                                text("code").needed(),
                                decimal("percentage"),
                                truth("isActive", true))
                        .wholeByDefault()
                        .filter("active", "isActive", EQUAL),
                new ResourceSpec("permissionprofiles", "settings", OFFSET)
                        .with(text("name").needed(), truth("isActive", true), truth("isDefault", false))
                        .filter("active", "isActive", EQUAL)
                        .plain(),
                new ResourceSpec("currencies", "settings", OFFSET)
                        .with(
                                text("name"),
                                text("code"),
                                decimal("rate"),
                                text("symbol"),
                                truth("isActive", true),
                                truth("isOrganizationCurrency", false))
                        .writable("PATCH")
                        .filter("active", "isActive", EQUAL),
                new ResourceSpec("countries", "settings", NONE)
                        .with(text("name"), text("englishName"), text("code2"), text("code3"))
                        .foundBy("code2", "code3", "name", "englishName")
                        .plain(),
                new ResourceSpec("languages", "settings", NONE)
                        .with(text("name"), text("englishName"), text("code"), truth("isInvoiceLanguage", true))
                        .filter("isInvoiceLanguage", "isInvoiceLanguage", EQUAL)
                        .plain());
    }
}
