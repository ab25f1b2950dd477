package io.severabridge.entity.contact;

import io.severabridge.entity.Entities;
import io.severabridge.entity.PersonName;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.Pointer;
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
import java.util.List;
import java.util.Map;

/** Contact persons, with their e-mail addresses and numbers. */
public final class ContactTransfers {
    private static final String COMMUNICATION = "contact-communication";
    private static final String PATH = "/v1/contactpersons";
    private static final String COMMUNICATIONS = "/v1/contactcommunications";

    private static final Resource<SeveraContact> CONTACTS = new Resource<>(
                    "contactpersons",
                    SeveraContact.class,
                    ListRequest.of(PATH, Paging.OFFSET),
                    SeveraContact::guid,
                    contact -> new Keys(
                                    null,
                                    null,
                                    Texts.folded(PersonName.of(contact.firstName(), contact.lastName())
                                            .joined()))
                            .below(Pointer.guidOf(contact.customer())),
                    SeveraContact::createdDateTime)
            .only(contact -> !Boolean.TRUE.equals(contact.isDeleted()))
            .below(contact -> Pointer.guidOf(contact.customer()));

    /**
     * Of several, the one with the value of the ERP goes before the oldest of its kind. Where the company file names a type,
     * those of other types match nothing.
     */
    private static Resource<SeveraCommunication> communications(Map<String, String> types) {
        return new Resource<>(
                        "contactcommunications",
                        SeveraCommunication.class,
                        ListRequest.of(COMMUNICATIONS, Paging.OFFSET),
                        SeveraCommunication::guid,
                        communication -> communication.isOf(types)
                                ? new Keys(
                                                null,
                                                Texts.folded(communication.kind() + " " + communication.value()),
                                                communication.kind())
                                        .below(Pointer.guidOf(communication.contact()))
                                : Keys.NONE,
                        SeveraCommunication::createdDateTime)
                .below(communication -> Pointer.guidOf(communication.contact()));
    }

    private ContactTransfers() {}

    /** {@code types} are the GUIDs of the types that the company file names, by kind. */
    public static Transfer toSevera(Map<String, String> types) {
        return new Transfer(
                Entities.CONTACT,
                Direction.TO_SEVERA,
                "Contact persons, and their e-mail addresses and numbers.",
                contact(),
                communication(types));
    }

    /** {@code types} as above. */
    public static Transfer toErp(Map<String, String> types) {
        return new Transfer(
                Entities.CONTACT,
                Direction.TO_ERP,
                "Contact persons, and their e-mail addresses and numbers.",
                contact(),
                communication(types));
    }

    private static Part<ErpContact, SeveraContact, Contact> contact() {
        return new Part<>(
                        Entities.CONTACT,
                        CONTACTS,
                        Source.of("contact/rows", ErpContact.class, ErpContact::key, ErpContact::label),
                        new Mapping<>(
                                Contact.class,
                                ContactMapping::fromErp,
                                ContactMapping::fromSevera,
                                ContactMapping::toSevera,
                                ContactMapping::toErp))
                .master(company -> company.masters().customers())
                .childOf(Entities.CUSTOMER, row -> String.valueOf(row.customer()), SharedRejects.UNKNOWN_CUSTOMER)
                .matchedBy((row, facts) -> new Keys(null, null, Texts.folded(row.name())))
                .identifiedBy(contact -> List.of(new PersonName(contact.firstName(), contact.lastName()).joined()))
                .guidIn(ErpContact::guid, "contact/guid")
                .notCreated((row, company) -> row.inactive() == 0 ? null : Skip.INACTIVE)
                .createdAt(PATH)
                .updatedAt(contact -> PATH + "/" + contact.guid())
                .lookedUpIn((contact, customer) ->
                        ListRequest.of("/v1/customers/" + customer + "/contactpersons", Paging.OFFSET))
                .writtenTo(ErpTable.of("contact/update", "contact/insert", ErpContact::key)
                        .numbered("id", "reference/next-associate"))
                .usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "customerContact")
                .notInErp(ContactMapping::notInErp)
                .onErpCreate(ContactMapping::onErpCreate)
                .calledInSevera(contact -> "contact " + contact.firstName() + " " + contact.lastName());
    }

    private static Part<ErpCommunication, SeveraCommunication, Communication> communication(Map<String, String> types) {
        return new Part<>(
                        COMMUNICATION,
                        communications(types),
                        new Source<>(
                                "contact/communications",
                                ErpCommunication.class,
                                ErpCommunication::key,
                                row -> String.valueOf(row.id()),
                                ErpCommunication::label),
                        new Mapping<>(
                                Communication.class,
                                ContactMapping::communicationFromErp,
                                ContactMapping::communicationFromSevera,
                                ContactMapping::communicationToSevera,
                                ContactMapping::communicationToErp))
                .master(company -> company.masters().customers())
                .childOf(Entities.CONTACT, ErpCommunication::contactKey, SharedRejects.UNKNOWN_CUSTOMER)
                .matchedBy((row, facts) -> new Keys(null, Texts.folded(row.kind() + " " + row.value()), row.kind()))
                .oldestOfSeveral()
                .absent(row -> row.value().isEmpty())
                .mayBeMissing(ContactMapping::none)
                .writtenTo(ErpTable.updated("contact/communication-update", ErpCommunication::contactKey))
                .onCreate(ContactMapping::allowed)
                .createdAt(COMMUNICATIONS)
                .updatedAt(communication -> COMMUNICATIONS + "/" + communication.guid())
                .addedBySevera(communication -> Map.of("communicationType", Map.of("type", communication.kind())))
                .lookedUpIn((communication, contact) ->
                        ListRequest.of("/v1/contacts/" + contact + "/contactcommunications", Paging.NONE));
    }
}
