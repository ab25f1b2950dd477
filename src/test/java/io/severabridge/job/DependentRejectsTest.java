package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.failure.Rejected.Awaited;
import io.severabridge.store.ledger.Rejects.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DependentRejectsTest {
    private static final String GUID = "0a1b2c3d-0000-4000-8000-000000000001";

    private static Row row(long id, String entity, String key, @Nullable Awaited awaited) {
        return new Row(
                id,
                "x-to-severa",
                entity,
                key,
                entity + " " + key,
                "code",
                "f",
                null,
                "",
                "",
                "open",
                1,
                Instant.EPOCH,
                awaited);
    }

    private static final Row UNIT = row(1, "business-unit", "10", null);
    private static final Row USER = row(2, "user", "5", new Awaited("business-unit", "10"));
    private static final Row PROJECT = row(3, "project", "500", new Awaited("user", "5"));
    private static final Row CUSTOMER = row(4, "customer", GUID, null);
    private static final Row ITS_PROJECT = row(5, "project", "other-guid", new Awaited("customer", GUID));
    private static final List<Row> OPEN = List.of(UNIT, USER, PROJECT, CUSTOMER, ITS_PROJECT);

    @Test
    void whatARecordWaitsForComesAlongThroughAllSteps() {
        assertThat(DependentRejects.with(List.of(PROJECT), OPEN)).containsExactly(PROJECT, USER, UNIT);
        assertThat(DependentRejects.with(List.of(ITS_PROJECT), OPEN)).containsExactly(ITS_PROJECT, CUSTOMER);
    }

    @Test
    void whatWaitsForARecordDoesNotComeAlong() {
        assertThat(DependentRejects.with(List.of(UNIT), OPEN)).containsExactly(UNIT);
    }

    @Test
    void aReasonOfItsOwnNamesNoOther() {
        Row own = new Row(
                6,
                "x-to-severa",
                "x",
                "6",
                "x 6",
                "unknown-employee",
                "f",
                GUID,
                "user 5, to which it refers, was rejected",
                "",
                "open",
                1,
                Instant.EPOCH,
                null);
        assertThat(DependentRejects.with(List.of(own), OPEN)).containsExactly(own);
    }

    @Test
    void aRecordOfAnotherKindWithTheSameKeyDoesNotComeAlong() {
        Row own = row(6, "contact", "6", new Awaited("customer", "10"));
        assertThat(DependentRejects.with(List.of(own), OPEN)).containsExactly(own);
    }
}
