package io.severabridge.entity.contact;

import io.severabridge.entity.Codes;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.PersonName;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.TextNormalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mapping page, Contact. */
final class ContactMapping {
    private static final String ROWS = "contact/rows";

    private ContactMapping() {}

    static Contact fromErp(ErpContact row, MappingContext context) {
        PersonName name = PersonName.split(row.name(), context.column(ROWS, "name"));
        return new Contact(
                name.first(),
                name.last(),
                TextNormalizer.orNull(row.title()),
                Codes.language(row.language(), context.column(ROWS, "language"), context),
                row.inactive() == 0);
    }

    static Contact fromSevera(SeveraContact contact, MappingContext context) {
        return new Contact(
                TextNormalizer.line(contact.firstName()),
                TextNormalizer.line(contact.lastName()),
                TextNormalizer.orNull(contact.jobTitle()),
                Codes.languageOf(contact.language(), context),
                !Boolean.FALSE.equals(contact.isActive()));
    }

    static SeveraContact toSevera(Contact contact, String customer, MappingContext context) {
        return new SeveraContact(
                null,
                contact.firstName(),
                contact.lastName(),
                contact.jobTitle(),
                Codes.languagePointer(contact.language(), context),
                contact.active(),
                null,
                new GuidRef(customer),
                null);
    }

    static Communication communicationFromErp(ErpCommunication row, MappingContext context) {
        return new Communication(row.kind(), TextNormalizer.orNull(row.value()));
    }

    static Communication communicationFromSevera(SeveraCommunication communication, MappingContext context) {
        return new Communication(communication.kind(), TextNormalizer.orNull(communication.value()));
    }

    static SeveraCommunication communicationToSevera(
            Communication communication, String contact, MappingContext context) {
        String type = context.codes().severa().communicationTypes().get(communication.kind());
        if (type == null) {
            throw new WrongSetUp("Severa has no active communication type of kind " + communication.kind()
                    + ": add one, or name one in contacts.communication-types");
        }
        return new SeveraCommunication(
                null, communication.value(), new GuidRef(contact), new SeveraCommunication.Type(type, null), null);
    }

    /** The API's default would forbid to use it. */
    static Map<String, Object> allowed(Communication communication, MappingContext context) {
        return Map.of("isForbiddenToUse", false);
    }

    static Communication none(ErpCommunication row) {
        return new Communication(row.kind(), null);
    }

    static ErpValues toErp(Contact contact, @Nullable ErpContact now, MappingContext context) {
        return new ErpValues()
                .with("name", NormalForms.name(new PersonName(contact.firstName(), contact.lastName()).joined()))
                .with("title", NormalForms.text(contact.jobTitle()))
                .with("language", Codes.languageNumber(contact.language()))
                .with("inactive", contact.active() ? 0 : 1);
    }

    /** Each kind has a column of its own, whose parameter is called like the kind. */
    static ErpValues communicationToErp(
            Communication communication, @Nullable ErpCommunication now, MappingContext context) {
        return new ErpValues().with(communication.kind(), NormalForms.text(communication.value()));
    }

    static Map<String, Object> onErpCreate(SeveraContact contact, String customerKey, MappingContext context) {
        return Map.of("customer", Long.parseLong(customerKey));
    }
}
