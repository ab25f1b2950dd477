package io.severabridge.entity.contact;

import io.severabridge.entity.Entities;
import io.severabridge.entity.PersonName;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import java.util.List;
import java.util.Map;

/** Contact persons, with their e-mail addresses and numbers. */
public final class ContactTransfers {
    private static final String COMMUNICATION = "contact-communication";
    private static final String PATH = "/v1/contactpersons";
    private static final String COMMUNICATIONS = "/v1/contactcommunications";

    private static final MatchKeys<ErpContact, SeveraContact> KEYS = MatchKeys.name(
            ErpContact::name,
            contact -> PersonName.of(contact.firstName(), contact.lastName()).joined());

    private static final SeveraResource<SeveraContact> CONTACTS = SeveraResource.of(
                    "contactpersons",
                    SeveraContact.class,
                    ListRequest.of(PATH, Paging.OFFSET),
                    SeveraContact::guid,
                    SeveraContact::createdDateTime)
            .matchedBy(KEYS)
            .only(contact -> !Boolean.TRUE.equals(contact.isDeleted()))
            .matchedBelow(contact -> GuidRef.guidOf(contact.customer()))
            .build();

    /**
     * Of several, the one with the value of the ERP goes before the oldest of its kind. Where the company file names a type,
     * those of other types match nothing.
     */
    private static MatchKeys<ErpCommunication, SeveraCommunication> keys(Map<String, String> types) {
        return MatchKeys.email(
                        (ErpCommunication row) -> row.kind() + " " + row.value(),
                        (SeveraCommunication communication) -> communication.kind() + " " + communication.value())
                .and(MatchKeys.content((row, context) -> row.kind(), SeveraCommunication::kind))
                .onlyOf(communication -> communication.isOf(types));
    }

    private static SeveraResource<SeveraCommunication> communications(
            MatchKeys<ErpCommunication, SeveraCommunication> keys) {
        return SeveraResource.of(
                        "contactcommunications",
                        SeveraCommunication.class,
                        ListRequest.of(COMMUNICATIONS, Paging.OFFSET),
                        SeveraCommunication::guid,
                        SeveraCommunication::createdDateTime)
                .matchedBy(keys)
                .matchedBelow(communication -> GuidRef.guidOf(communication.contact()))
                .build();
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

    private static EntityDefinition<ErpContact, SeveraContact, Contact> contact() {
        return EntityDefinition.of(Entities.CONTACT, erp(), severa(), mapping())
                .master(company -> company.masters().customers())
                .belongs(to -> to.childOf(
                        Entities.CUSTOMER, row -> String.valueOf(row.customer()), SharedRejects.UNKNOWN_CUSTOMER))
                .match(rules -> rules.by(KEYS)
                        .identifiedBy(
                                contact -> List.of(new PersonName(contact.firstName(), contact.lastName()).joined())))
                .scope(new ContactScope())
                .undo(rules -> rules.usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "customerContact"))
                .build();
    }

    private static ErpSource<ErpContact> erp() {
        return ErpSource.of("contact/rows", ErpContact.class, ErpContact::key, ErpContact::label)
                .guidIn(ErpContact::guid, "contact/guid")
                .writtenTo(ErpTable.of("contact/update", "contact/insert", ErpContact::key)
                        .numbered("id", "reference/next-associate"))
                .build();
    }

    private static SeveraSide<SeveraContact> severa() {
        return SeveraSide.of(CONTACTS)
                .createdAt(PATH)
                .updatedAt(contact -> PATH + "/" + contact.guid())
                .called(contact -> "contact " + contact.firstName() + " " + contact.lastName())
                .build();
    }

    private static RecordMapping<ErpContact, SeveraContact, Contact> mapping() {
        return RecordMapping.bothWays(
                        Contact.class,
                        ContactMapping::fromErp,
                        ContactMapping::fromSevera,
                        ContactMapping::toSevera,
                        ContactMapping::toErp)
                .onErpCreate(ContactMapping::onErpCreate)
                .lookedUpIn((contact, customer) ->
                        ListRequest.of("/v1/customers/" + customer + "/contactpersons", Paging.OFFSET))
                .build();
    }

    private static EntityDefinition<ErpCommunication, SeveraCommunication, Communication> communication(
            Map<String, String> types) {
        MatchKeys<ErpCommunication, SeveraCommunication> keys = keys(types);
        return EntityDefinition.of(
                        COMMUNICATION,
                        ErpSource.of(
                                        "contact/communications",
                                        ErpCommunication.class,
                                        ErpCommunication::key,
                                        ErpCommunication::label)
                                .orderedBy(row -> String.valueOf(row.id()))
                                .writtenTo(
                                        ErpTable.updated("contact/communication-update", ErpCommunication::contactKey))
                                .build(),
                        SeveraSide.of(communications(keys))
                                .createdAt(COMMUNICATIONS)
                                .updatedAt(communication -> COMMUNICATIONS + "/" + communication.guid())
                                .build(),
                        communicationMapping())
                .master(company -> company.masters().customers())
                .belongs(to ->
                        to.childOf(Entities.CONTACT, ErpCommunication::contactKey, SharedRejects.UNKNOWN_CUSTOMER))
                .match(rules -> rules.by(keys).oldestOfSeveral())
                .scope(new CommunicationScope())
                .undo(rules -> rules.notLookedAt("it is a column of its contact"))
                .build();
    }

    private static RecordMapping<ErpCommunication, SeveraCommunication, Communication> communicationMapping() {
        return RecordMapping.bothWays(
                        Communication.class,
                        ContactMapping::communicationFromErp,
                        ContactMapping::communicationFromSevera,
                        ContactMapping::communicationToSevera,
                        ContactMapping::communicationToErp)
                .mayBeMissing(ContactMapping::none)
                .onCreate(ContactMapping::allowed)
                .addedBySevera(communication -> Map.of("communicationType", Map.of("type", communication.kind())))
                .lookedUpIn((communication, contact) ->
                        ListRequest.of("/v1/contacts/" + contact + "/contactcommunications", Paging.NONE))
                .build();
    }
}
