package io.severabridge.entity.address;

import io.severabridge.company.Company.AddressKind;
import io.severabridge.entity.AddressLines;
import io.severabridge.entity.Codes;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Texts;
import java.util.Map;

/** Mapping page, Billing address and Other addresses. */
final class AddressMapping {
    private AddressMapping() {}

    static Address fromErp(ErpAddress row, Facts facts) {
        return new Address(
                AddressLines.join(row.line1(), row.line2(), row.line3(), row.line4()),
                Texts.orNull(row.postCode()),
                Texts.orNull(row.city()),
                Codes.country(row.country(), facts),
                Texts.orNull(row.phone()),
                Texts.orNull(row.fax()));
    }

    static Address fromSevera(SeveraAddress address, Facts facts) {
        return new Address(
                AddressLines.normal(address.addressline()),
                Texts.orNull(address.postalCode()),
                Texts.orNull(address.city()),
                facts.codes().severa().countries().code(Pointer.guidOf(address.country())),
                Texts.orNull(address.phone()),
                Texts.orNull(address.fax()));
    }

    static SeveraAddress toSevera(Address address, String customer, Facts facts) {
        return new SeveraAddress(
                null,
                address.lines(),
                address.postalCode(),
                address.city(),
                Codes.countryPointer(address.country(), facts),
                address.phone(),
                address.fax(),
                null,
                null,
                null);
    }

    static Map<String, Object> billing(Address address, Facts facts) {
        return Map.of("isBillingAddress", true, "isPostalAddress", false, "isVisitAddress", false);
    }

    /** Kind of an address that is not the billing address: as configured. */
    static Map<String, Object> other(Address address, Facts facts) {
        boolean visit = facts.company().otherAddresses().as() == AddressKind.VISIT;
        return Map.of("isBillingAddress", false, "isPostalAddress", !visit, "isVisitAddress", visit);
    }
}
