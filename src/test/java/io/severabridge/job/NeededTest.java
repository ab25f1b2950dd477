package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.ledger.Rejects.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeededTest {
    private static final String GUID = "0a1b2c3d-0000-4000-8000-000000000001";

    private static Row row(long id, String key, String label, String code, @Nullable String value, String message) {
        return new Row(id, "x-to-severa", "x", key, label, code, "f", value, message, "", "open", 1, Instant.EPOCH);
    }

    private static final Row UNIT = row(1, "10", "business unit 10 Oslo", "name-missing", "", "it has no name");
    private static final Row USER = row(
            2,
            "5",
            "employee 5 Kari",
            "depends-on-rejected",
            "10",
            "business unit 10 Oslo, to which it refers, was rejected");
    private static final Row PROJECT = row(
            3,
            "500",
            "project 500 Kai",
            "depends-on-rejected",
            "5",
            "employee 5 Kari, to which it refers, was rejected");
    private static final Row CUSTOMER = row(4, GUID, "customer  Fjord", "name-missing", "", "it has no name");
    private static final Row ITS_PROJECT =
            row(5, "other-guid", "project 7", "depends-on-rejected", GUID, "its customer in Severa is not in the ERP");
    private static final List<Row> OPEN = List.of(UNIT, USER, PROJECT, CUSTOMER, ITS_PROJECT);

    @Test
    void whatARecordWaitsForComesAlongThroughAllSteps() {
        assertThat(Needed.with(List.of(PROJECT), OPEN)).containsExactly(PROJECT, USER, UNIT);
        assertThat(Needed.with(List.of(ITS_PROJECT), OPEN)).containsExactly(ITS_PROJECT, CUSTOMER);
    }

    @Test
    void whatWaitsForARecordDoesNotComeAlong() {
        assertThat(Needed.with(List.of(UNIT), OPEN)).containsExactly(UNIT);
    }

    @Test
    void aReasonOfItsOwnNamesNoOther() {
        Row own = row(6, "6", "x 6", "unknown-employee", GUID, "employee 5 Kari, to which it refers, was rejected");
        assertThat(Needed.with(List.of(own), OPEN)).containsExactly(own);
    }
}
