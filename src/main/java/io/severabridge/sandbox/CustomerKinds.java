package io.severabridge.sandbox;

import static io.severabridge.sandbox.Field.decimal;
import static io.severabridge.sandbox.Field.guid;
import static io.severabridge.sandbox.Field.large;
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

import java.util.stream.Stream;

/** Customers and what belongs to them. */
final class CustomerKinds {
    private CustomerKinds() {}

    static Stream<ResourceSpec> all() {
        return Stream.of(
                new ResourceSpec("customers", "customers", TOKEN)
                        .with(
                                text("name").needed(),
                                large("number"),
                                truth("isActive", true),
                                text("notes"),
                                text("email"),
                                text("website"),
                                text("vatNumber"),
                                text("kvkNumber").most(25),
                                whole("numberOfEmployees"),
                                large("annualRevenue"),
                                reference("language", "languages", "name", "englishName", "code"),
                                reference("currency", "currencies", "name", "symbol", "code"),
                                reference("owner", "users", Kinds.PERSON),
                                whole("paymentTerm"),
                                decimal("overdueInterest"),
                                text("eInvoiceAddress"),
                                text("eInvoiceOperator"),
                                text("organizationUnitNumber"),
                                reference("headquarterAddress", "addresses", "addressline", "postalCode", "city"))
                        .writable("POST", "PATCH", "DELETE")
                        .unique("number")
                        .filter("isActive", "isActive", EQUAL)
                        .filter("isInternal", "isInternal", EQUAL)
                        .filter("numbers", "number", EQUAL)
                        .filter("emailAddresses", "email", IGNORING_CASE)
                        .filter("customerNames", "name", EQUAL)
                        .filter("vatNumber", "vatNumber", EQUAL)
                        .filter("kvkNumber", "kvkNumber", EQUAL)
                        .filter("customerOwnerGuids", "owner", EQUAL)
                        .changes(),
                new ResourceSpec("addresses", "customers", OFFSET)
                        .with(
                                text("addressline"),
                                text("postalCode"),
                                text("city"),
                                truth("isBillingAddress", false),
                                truth("isPostalAddress", false),
                                truth("isVisitAddress", false),
                                text("phone"),
                                text("fax"),
                                reference("country", "countries", "name", "englishName"),
                                reference("customer", "customers", "name", "number"))
                        .writable("PATCH", "DELETE")
                        .below("customers", "addresses", "customer", true, OFFSET)
                        .ownedBy("customer")
                        .changes(),
                new ResourceSpec("contactpersons", "customers", OFFSET)
                        .with(
                                text("firstName").needed(),
                                text("lastName").needed(),
                                text("description"),
                                text("jobTitle"),
                                truth("isActive", true),
                                reference("customer", "customers", "name", "number")
                                        .needed(),
                                guid("addressGuid", "addresses"),
                                reference("language", "languages", "name"),
                                truth("isEmailAllowed", false))
                        .writable("POST", "PATCH", "DELETE")
                        .filter("active", "isActive", EQUAL)
                        .filter("textToSearch", "name", CONTAINS)
                        .below("customers", "contactpersons", "customer", false, OFFSET)
                        .ownedBy("customer")
                        .changes(),
                new ResourceSpec("contactcommunications", "customers", OFFSET)
                        .with(
                                text("value").needed(),
                                truth("isForbiddenToUse", true),
                                reference("contact", "contactpersons", "name").needed(),
                                reference("communicationType", "communicationtypes", "name", "isActive", "type")
                                        .needed())
                        .writable("POST", "PATCH", "DELETE")
                        .filter("textToSearch", "value", CONTAINS)
                        .below("contacts", "contactcommunications", "contact", false, NONE)
                        .ownedBy("contact")
                        .patchAnswersOne()
                        .changes(),
                new ResourceSpec("customermarketsegments", "customers", OFFSET)
                        .with(
                                reference("customer", "customers", "name"),
                                reference("marketSegment", "marketsegments", "name", "isActive"))
                        .writable("POST", "DELETE")
                        .filter("parentMarketSegmentGuid", "parentMarketSegment", EQUAL)
                        .below("customers", "customermarketsegments", "customer", false, OFFSET)
                        .ownedBy("customer"));
    }
}
