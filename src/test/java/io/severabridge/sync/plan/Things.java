package io.severabridge.sync.plan;

import io.severabridge.company.Company;
import io.severabridge.entity.Known;
import io.severabridge.erp.CodePage;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.store.staging.ErpLookUp.Like;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.RecordMapping;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import io.severabridge.sync.plan.Candidate.OfErp;
import io.severabridge.sync.plan.Candidate.OfSevera;
import io.severabridge.sync.record.ErpKey;
import io.severabridge.sync.record.KeptWhenEmpty;
import io.severabridge.sync.record.TextNormalizer;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity that is in no system, to show how is decided: things have a number, a name, an owner and a place above them. */
final class Things {
    static final String ENTITY = "thing";
    static final String GUID = "11111111-1111-1111-1111-111111111111";
    static final Reason UNKNOWN_OWNER = new Reason("unknown-owner", "correct the owner");
    static final Reason UNKNOWN_ABOVE = new Reason("unknown-place", "correct the place");

    /** {@code group}: excluded, inactive, unless-linked, absent or nothing. {@code owner} is the number of a user; 0 for none. */
    record Row(long id, String number, String name, int owner, String guid, String group) {
        String key() {
            return String.valueOf(id);
        }

        String label() {
            return "thing " + number;
        }
    }

    record Thing(
            @Nullable String guid,
            @Nullable String number,
            @Nullable String name,
            @Nullable String owner,
            @Nullable String above) {}

    record Agreement(
            @ErpKey @Nullable String number,
            @Nullable String name,
            @KeptWhenEmpty @Nullable String owner) {}

    private static final class Rules implements Scope<Row, Thing> {
        @Override
        public Verdict row(Row row, Company company) {
            return switch (row.group()) {
                case "excluded" -> Verdict.skip(Skip.EXCLUDED);
                case "unless-linked" -> Verdict.skipUnlessLinked(Skip.EXCLUDED);
                case "inactive" -> Verdict.skipUnlessThere(Skip.INACTIVE);
                case "absent" -> Verdict.noRecord();
                default -> Verdict.transfer();
            };
        }

        @Override
        public Verdict knownRecord(Thing thing, MappingContext context) {
            return "held".equals(thing.name())
                    ? Verdict.holdBack(new Rejected(UNKNOWN_OWNER, "name", thing.name(), "it is held back"))
                    : Verdict.transfer();
        }

        @Override
        public Verdict newRecord(Thing thing, MappingContext context) {
            return "inactive".equals(thing.name()) ? Verdict.skip(Skip.INACTIVE) : Verdict.transfer();
        }
    }

    private static final MatchKeys<Row, Thing> KEYS = MatchKeys.code(Row::number, Thing::number)
            .and(MatchKeys.content((row, context) -> row.name(), Thing::name));

    private static final SeveraResource<Thing> RESOURCE = SeveraResource.of(
                    "things", Thing.class, ListRequest.of("/v1/things", Paging.TOKEN), Thing::guid, thing -> null)
            .matchedBy(KEYS)
            .below(Thing::above)
            .build();

    private Things() {}

    private static EntityDefinition.Builder<Row, Thing, Agreement> begun() {
        return EntityDefinition.of(
                        ENTITY,
                        ErpSource.of("thing/rows", Row.class, Row::key, Row::label)
                                .guidIn(Row::guid, "thing/guid")
                                .writtenTo(ErpTable.of("thing/update", "thing/insert", Row::key))
                                .cut("name")
                                .build(),
                        SeveraSide.of(RESOURCE)
                                .createdAt("/v1/things")
                                .updatedAt(thing -> "/v1/things/" + thing.guid())
                                .called(thing -> "thing " + thing.number())
                                .build(),
                        RecordMapping.bothWays(
                                        Agreement.class,
                                        Things::fromErp,
                                        Things::fromSevera,
                                        Things::toSevera,
                                        Things::toErp)
                                .lookedUpIn((agreed, parent) -> ListRequest.of("/v1/things", Paging.TOKEN))
                                .build())
                .undo(rules -> rules.notLookedAt("nothing refers to things"));
    }

    /** As most registers: matched, linked, merged. */
    static EntityDefinition<Row, Thing, Agreement> definition() {
        return begun().scope(new Rules())
                .match(rules -> rules.by(KEYS).identifiedBy(agreed -> Arrays.asList(agreed.name())))
                .master(company -> Company.Master.BOTH)
                .build();
    }

    /** Each belongs to a place, whose key in the ERP is the owner's number. */
    static EntityDefinition<Row, Thing, Agreement> belongingToPlaces() {
        return begun().match(rules -> rules.by(KEYS))
                .belongs(to -> to.childOf("place", row -> String.valueOf(row.owner()), UNKNOWN_ABOVE))
                .build();
    }

    /** Sent once, and never looked at again. */
    static EntityDefinition<Row, Thing, Agreement> sentOnce() {
        return begun().sentOnce().build();
    }

    private static Agreement fromErp(Row row, MappingContext context) {
        String owner = row.owner() == 0
                ? null
                : context.optional(
                        "owner",
                        context.byNumber("user", String.valueOf(row.owner())),
                        "owner",
                        String.valueOf(row.owner()),
                        UNKNOWN_OWNER);
        return new Agreement(TextNormalizer.orNull(row.number()), TextNormalizer.orNull(row.name()), owner);
    }

    private static Agreement fromSevera(Thing thing, MappingContext context) {
        return new Agreement(thing.number(), thing.name(), thing.owner());
    }

    private static Object toSevera(Agreement agreed, String parent, MappingContext context) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("number", agreed.number());
        body.put("name", agreed.name());
        body.put("owner", agreed.owner());
        return body;
    }

    private static ErpValues toErp(Agreement agreed, @Nullable Row now, MappingContext context) {
        return new ErpValues()
                .with("number", agreed.number() == null ? "" : agreed.number())
                .with("name", agreed.name() == null ? "" : agreed.name())
                .with(
                        "owner",
                        Long.parseLong(context.erpReference(
                                "owner",
                                agreed.owner(),
                                context.erpNumber("user", agreed.owner()),
                                now == null ? null : String.valueOf(now.owner()),
                                "0")));
    }

    static Decider<Row, Thing, Agreement> decider(EntityDefinition<Row, Thing, Agreement> definition) {
        MappingContext known = Known.context();
        return new Decider<>(definition, known.company(), known.codes(), new CodePage(Charset.forName("windows-1252")));
    }

    /** The columns hold ten characters. */
    static ErpDecider<Row, Thing, Agreement> erpDecider(EntityDefinition<Row, Thing, Agreement> definition) {
        MappingContext known = Known.context();
        ErpColumns columns = new ErpColumns() {
            @Override
            public Map<String, Integer> lengths() {
                return Map.of("name", 10);
            }

            @Override
            public void check(Map<String, Object> values) {
                if (values.get("number") instanceof String number && number.length() > 10) {
                    throw new Rejected(ColumnRejects.TOO_LONG, "number", number, "it is too long");
                }
            }
        };
        return new ErpDecider<>(definition, known.company(), known.codes(), decider(definition), columns);
    }

    static Row row(String number, String name) {
        return new Row(1, number, name, 0, "", "");
    }

    static Thing thing(String number, String name) {
        return new Thing(GUID, number, name, null, null);
    }

    static Thing without(String number, String name) {
        return new Thing("22222222-2222-2222-2222-222222222222", number, name, null, null);
    }

    /** A candidate that nothing is known of but that the match has seen it. */
    static Case of(Row row) {
        return new Case(row);
    }

    /** What is known of a row, said part by part. */
    static final class Case {
        private final Row row;
        private final Map<String, Thing> records = new HashMap<>();
        private @Nullable Match match;
        private @Nullable Rejected problem;
        private boolean rejected;
        private @Nullable Link link;
        private @Nullable Intent intent;

        Case(Row row) {
            this.row = row;
            match = new Match(null, null, null, new MatchValues(row.number(), null, row.name()), null);
        }

        /** The match found this record. */
        Case matched(Thing thing, String rule) {
            String guid = String.valueOf(thing.guid());
            match = new Match(guid, rule, null, new MatchValues(row.number(), null, row.name()), null);
            records.put(guid, thing);
            return this;
        }

        /** The match found a record that Severa no longer has. */
        Case matchedToNothing() {
            match = new Match(GUID, "link", null, new MatchValues(row.number(), null, row.name()), null);
            return this;
        }

        Case problem(Reason reason) {
            problem = new Rejected(reason, "number", row.number(), "the match says so");
            return this;
        }

        Case rejectedAlready() {
            rejected = true;
            return this;
        }

        /** Linked since a run in which the two were seen like this. */
        Case linked(Thing thing, Agreement erpSeen, Agreement severaSeen) {
            matched(thing, "link");
            link = new Link(
                    row.key(), String.valueOf(thing.guid()), json(erpSeen), json(severaSeen), MadeBy.LINKED, 7, null);
            return this;
        }

        /** A create whose answer nobody has seen. */
        Case inDoubt() {
            intent = new Intent(row.key(), "", "{}", Instant.EPOCH, Instant.EPOCH);
            return this;
        }

        OfErp<Row, Thing> candidate() {
            return new OfErp<>(
                    row,
                    row.key(),
                    row.label(),
                    match,
                    problem,
                    rejected,
                    link,
                    null,
                    intent,
                    records,
                    null,
                    Known.references());
        }
    }

    static OfSevera<Row, Thing> newcomer(Thing thing, Like... twins) {
        return new OfSevera<>(thing, List.of(twins), Known.references());
    }

    private static String json(Agreement agreed) {
        return Json.MAPPER.writeValueAsString(agreed);
    }
}
