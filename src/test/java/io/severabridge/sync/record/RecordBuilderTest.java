package io.severabridge.sync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record is made by the names of its components. */
class RecordBuilderTest {
    record Thing(int size, @Nullable String name, @Nullable String place) {}

    @Test
    void whatIsNotGivenIsNull() {
        Thing thing = RecordBuilder.of(Thing.class)
                .with("place", "Oslo")
                .with("size", 3)
                .build();
        assertThat(thing).isEqualTo(new Thing(3, null, "Oslo"));
    }

    @Test
    void aNameOrTypeThatDoesNotFitIsRefused() {
        RecordBuilder<Thing> builder = RecordBuilder.of(Thing.class);
        assertThatThrownBy(() -> builder.with("colour", "red")).hasMessage("Thing has no component colour");
        assertThatThrownBy(() -> builder.with("name", 3)).hasMessage("Thing.name is a String and not a Integer");
        assertThatThrownBy(builder::build).hasMessage("Thing.size");
    }
}
