package io.severabridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.WrongSetUp;
import io.severabridge.job.SeveraConnection;
import io.severabridge.job.World;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TryWritesTest {
    private static TryWrites.Result tried(World world, String guid) {
        return new TryWrites(world.company(), SeveraConnection.open(world.company(), Clock.systemUTC())).run(guid);
    }

    private static JsonNode record(World world, String resource, String guid) {
        for (JsonNode record : world.sandbox().records(resource)) {
            if (record.path("guid").asString("").equals(guid)) {
                return record;
            }
        }
        throw new IllegalStateException(guid);
    }

    @Test
    void eachKindOfValueGoesThereAndBack() {
        try (World world = World.standard()) {
            String customer = world.sandbox()
                    .add("customers", "{\"name\":\"Scratch\",\"website\":\"before.example\",\"paymentTerm\":14}");
            String product = world.sandbox()
                    .add("products", "{\"name\":\"Scratch\",\"unitPrice\":{\"amount\":7.5,\"currencyCode\":\"NOK\"}}");
            for (String resource : java.util.List.of("customers", "products")) {
                String guid = resource.equals("customers") ? customer : product;
                JsonNode before = record(world, resource, guid);
                TryWrites.Result result = tried(world, guid);
                assertThat(result.fits()).as(result.sheet().toString()).isTrue();
                assertThat(result.sheet().verdict()).isEqualTo("Severa takes what severa.patch-values: json sends");
                JsonNode after = record(world, resource, guid);
                before.properties().stream()
                        .filter(field -> !field.getKey().startsWith("lastUpdated"))
                        .forEach(field -> assertThat(after.get(field.getKey()))
                                .as(field.getKey())
                                .isEqualTo(field.getValue()));
            }
        }
    }

    @Test
    void theFormThatIsRefusedIsNamedAndSoIsTheOther() {
        try (World world = World.standard().with("doubt-delay: 200ms", "doubt-delay: 200ms\n  patch-values: text")) {
            String customer = world.sandbox().add("customers", "{\"name\":\"Scratch\",\"paymentTerm\":30}");
            TryWrites.Result result = tried(world, customer);
            assertThat(result.fits()).isFalse();
            assertThat(result.sheet().verdict())
                    .isEqualTo("set severa.patch-values: json; Severa does not take all that text sends");
            assertThat(result.sheet().tables().get(0).rows())
                    .anySatisfy(
                            row -> assertThat(row.toString())
                                    .contains(
                                            "text, number, paymentTerm, refused, HTTP 400: paymentTerm must be a whole number of 32 bits."));
            assertThat(record(world, "customers", customer).path("paymentTerm").asInt())
                    .isEqualTo(30);
        }
    }

    @Test
    void aReferenceThatHasNoOtherRecordToNameIsNotTried() {
        try (World world = World.standard()) {
            var languages = world.sandbox().records("languages");
            String kept = languages.get(0).path("guid").asString();
            for (JsonNode language : languages) {
                String guid = language.path("guid").asString();
                if (!guid.equals(kept)) {
                    world.sandbox().remove("languages", guid);
                }
            }
            String customer =
                    world.sandbox().add("customers", "{\"name\":\"Scratch\",\"language\":{\"guid\":\"" + kept + "\"}}");
            TryWrites.Result result = tried(world, customer);
            assertThat(result.fits()).as(result.sheet().toString()).isTrue();
            assertThat(result.sheet().tables().get(0).rows())
                    .anySatisfy(row -> assertThat(row.toString())
                            .contains("json, reference, language, not tried: Severa has no other value for it"));
        }
    }

    @Test
    void whatIsNoRecordIsNamed() {
        try (World world = World.standard()) {
            assertThatThrownBy(() -> tried(world, "Scratch"))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageStartingWith("--try-writes: \"Scratch\" is no GUID");
            assertThatThrownBy(() -> tried(world, "00000000-0000-0000-0000-00000000000a"))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("neither a customer nor a product");
        }
    }
}
