package io.severabridge.entity.contact;

import io.severabridge.entity.Codes;
import io.severabridge.entity.PersonName;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Texts;
import java.util.Map;
import java.util.Objects;

/** Mapping page, Contact. */
final class ContactMapping {
    private ContactMapping() {}

    static Contact fromErp(ErpContact row, Facts facts) {
        PersonName name = PersonName.split(row.name());
        return new Contact(
                name.first(),
                name.last(),
                Texts.orNull(row.title()),
                Codes.language(row.language(), facts),
                row.inactive() == 0);
    }

    static Contact fromSevera(SeveraContact contact, Facts facts) {
        return new Contact(
                Objects.requireNonNullElse(contact.firstName(), ""),
                Objects.requireNonNullElse(contact.lastName(), ""),
                Texts.orNull(contact.jobTitle()),
                Codes.languageOf(contact.language(), facts),
                !Boolean.FALSE.equals(contact.isActive()));
    }

    static SeveraContact toSevera(Contact contact, String customer, Facts facts) {
        return new SeveraContact(
                null,
                contact.firstName(),
                contact.lastName(),
                contact.jobTitle(),
                Codes.languagePointer(contact.language(), facts),
                contact.active(),
                null,
                new Pointer(customer),
                null);
    }

    static Communication communicationFromErp(ErpCommunication row, Facts facts) {
        return new Communication(row.kind(), row.value());
    }

    static Communication communicationFromSevera(SeveraCommunication communication, Facts facts) {
        return new Communication(communication.kind(), Objects.requireNonNullElse(communication.value(), ""));
    }

    static SeveraCommunication communicationToSevera(Communication communication, String contact, Facts facts) {
        String type = facts.codes().severa().communicationTypes().get(communication.kind());
        if (type == null) {
            throw new WrongSetUp("Severa has no active communication type of kind " + communication.kind()
                    + ": add one, or name one in contacts.communication-types");
        }
        return new SeveraCommunication(
                null, communication.value(), new Pointer(contact), new SeveraCommunication.Type(type, null), null);
    }

    /** The API's default would forbid to use it. */
    static Map<String, Object> allowed(Communication communication, Facts facts) {
        return Map.of("isForbiddenToUse", false);
    }
}
