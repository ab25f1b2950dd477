package io.severabridge.entity.address;

import io.severabridge.company.Company.AddressKind;
import io.severabridge.entity.AddressLines;
import io.severabridge.entity.Codes;
import io.severabridge.entity.NormalForms;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.RecordBuilder;
import io.severabridge.sync.record.TextNormalizer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Billing address and Other addresses. */
final class AddressMapping {
    private static final String ROWS = "address/billing";

    /** Address lines of an associate. */
    private static final int OTHER_LINES = 4;

    private AddressMapping() {}

    static Address fromErp(ErpAddress row, MappingContext context) {
        if (row.empty()) {
            // No address has no country either, although its column is never empty.
            context.implied("country");
        }
        return new Address(
                AddressLines.join(row.line1(), row.line2(), row.line3(), row.line4()),
                TextNormalizer.orNull(row.postCode()),
                TextNormalizer.orNull(row.city()),
                Codes.country(row.country(), context.column(ROWS, "country"), context),
                TextNormalizer.orNull(row.phone()),
                TextNormalizer.orNull(row.fax()));
    }

    static Address fromSevera(SeveraAddress address, MappingContext context) {
        return new Address(
                AddressLines.normal(address.addressline()),
                TextNormalizer.orNull(address.postalCode()),
                TextNormalizer.orNull(address.city()),
                context.codes().severa().countries().code(GuidRef.guidOf(address.country())),
                TextNormalizer.orNull(address.phone()),
                TextNormalizer.orNull(address.fax()));
    }

    static SeveraAddress toSevera(Address address, String customer, MappingContext context) {
        return RecordBuilder.of(SeveraAddress.class)
                .with("addressline", address.lines())
                .with("postalCode", address.postalCode())
                .with("city", address.city())
                .with("country", Codes.countryPointer(address.country(), context))
                .with("phone", address.phone())
                .with("fax", address.fax())
                .build();
    }

    static Map<String, Object> billing(Address address, MappingContext context) {
        return Map.of("isBillingAddress", true, "isPostalAddress", false, "isVisitAddress", false);
    }

    /** Kind of an address that is not the billing address: as configured. */
    static Map<String, Object> other(Address address, MappingContext context) {
        boolean visit = context.company().otherAddresses().as() == AddressKind.VISIT;
        return Map.of("isBillingAddress", false, "isPostalAddress", !visit, "isVisitAddress", visit);
    }

    /** An address that says nothing yet, or what this one says, may become the billing address. */
    static boolean takes(Address erp, Address severa) {
        boolean blank = severa.lines() == null && severa.postalCode() == null && severa.city() == null;
        return blank
                || (Objects.equals(erp.lines(), severa.lines())
                        && Objects.equals(erp.postalCode(), severa.postalCode())
                        && Objects.equals(erp.city(), severa.city()));
    }

    static ErpValues billingToErp(Address address, @Nullable ErpAddress now, MappingContext context) {
        return toErp(address, now, context.company().billingAddress().lines().size(), context);
    }

    static ErpValues otherToErp(Address address, @Nullable ErpAddress now, MappingContext context) {
        return toErp(address, now, OTHER_LINES, context);
    }

    private static ErpValues toErp(Address address, @Nullable ErpAddress now, int fields, MappingContext context) {
        ErpValues values = new ErpValues()
                .with("postCode", NormalForms.text(address.postalCode()))
                .with("city", NormalForms.text(address.city()))
                .with("country", Codes.countryNumber(address.country(), now == null ? 0 : now.country(), context))
                .with("phone", NormalForms.text(address.phone()))
                .with("fax", NormalForms.text(address.fax()));
        return AddressLines.into(values, address.lines(), fields);
    }

    /** An associate needs a name: that of the customer. */
    static Map<String, Object> onErpCreate(SeveraAddress address, String customerKey, MappingContext context) {
        String name = address.customer() == null ? null : address.customer().name();
        return Map.of("customer", Long.parseLong(customerKey), "customerName", TextNormalizer.line(name));
    }
}
