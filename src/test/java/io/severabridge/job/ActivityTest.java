package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.severa.Json;
import org.junit.jupiter.api.Test;

/** Whether users and customers are active is mapped by a group of the ERP, where the company file names one. */
class ActivityTest {
    private static final String EMAIL = "kari@fjord.example";

    private static World withoutGroup() {
        return World.standard()
                .with("users: { guid-field: Inf7, inactive: { group: 1, value: 1 }, ", "users: { guid-field: Inf7, ")
                .with("  inactive: { group: 1, value: 1 }\n", "");
    }

    /** The group that excludes is the one that makes inactive. */
    private static World withOneGroup() {
        return World.standard()
                .with(
                        "exclude: { group: 2, value: 1 } }\nproduct-categories",
                        "exclude: { group: 1, value: 1 } }\nproduct-categories")
                .with("exclude: { group: 3, value: 1 }", "exclude: { group: 1, value: 1 }");
    }

    private static boolean active(World world, String resource, String field, String value) {
        return world.find(resource, field, value).path("isActive").asBoolean();
    }

    private static void activate(World world, String resource, String field, String value, boolean active) {
        String guid = world.find(resource, field, value).path("guid").asString();
        world.sandbox().change(resource, guid, "/isActive", Json.MAPPER.valueToTree(active));
    }

    private static String groups(World world) {
        return world.value("SELECT CONCAT((SELECT Gr FROM Actor WHERE ActNo = 1), '|',"
                + " (SELECT Gr FROM Actor WHERE ActNo = 100)) FROM Actor WHERE ActNo = 1");
    }

    @Test
    void withoutAGroupInactiveRecordsOfSeveraStayInactive() {
        try (World world = withoutGroup()) {
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Kari\", \"lastName\": \"Nordmann\", \"code\": \"1\", \"isActive\": false,"
                                    + " \"email\": \"" + EMAIL + "\"}");
            world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001, \"isActive\": false}");
            world.run();
            world.nightly();
            assertThat(active(world, "users", "code", "1")).isFalse();
            assertThat(active(world, "customers", "number", "10001")).isFalse();
        }
    }

    @Test
    void withoutAGroupNothingOfItGoesToTheErp() {
        try (World world = withoutGroup()) {
            world.add("Actor", "ActNo=1", "EmpNo=1", "Nm=Kari Nordmann", "MailAd=" + EMAIL, "R1=10", "Gr=1")
                    .add("Actor", "ActNo=100", "CustNo=10001", "Nm=Fjord AS", "Gr=1");
            world.run();
            assertThat(active(world, "users", "code", "1")).isTrue();
            activate(world, "users", "code", "1", false);
            activate(world, "customers", "number", "10001", false);
            world.nightly();
            world.sql("UPDATE Actor SET Nm = 'Kari Nordmann Berg' WHERE ActNo = 1");
            world.nightly();
            assertThat(groups(world)).isEqualTo("1|1");
            assertThat(active(world, "users", "code", "1")).isFalse();
            assertThat(active(world, "customers", "number", "10001")).isFalse();
        }
    }

    @Test
    void oneGroupForBothMakesALinkedRecordInactiveInBothDirections() {
        try (World world = withOneGroup()) {
            world.run();
            world.sql("UPDATE Actor SET Gr = 1 WHERE ActNo = 1").sql("UPDATE Actor SET Gr = 1 WHERE ActNo = 100");
            world.nightly();
            assertThat(active(world, "users", "code", "1")).isFalse();
            assertThat(active(world, "customers", "number", "10001")).isFalse();
            world.sql("UPDATE Actor SET Gr = 0 WHERE ActNo = 1").sql("UPDATE Actor SET Gr = 0 WHERE ActNo = 100");
            world.nightly();
            assertThat(active(world, "users", "code", "1")).isTrue();
            assertThat(active(world, "customers", "number", "10001")).isTrue();
            activate(world, "users", "code", "1", false);
            activate(world, "customers", "number", "10001", false);
            world.nightly();
            assertThat(groups(world)).isEqualTo("1|1");
            activate(world, "users", "code", "1", true);
            activate(world, "customers", "number", "10001", true);
            world.nightly();
            assertThat(groups(world)).isEqualTo("0|0");
        }
    }

    @Test
    void oneGroupForBothExcludesWhatHasNoLink() {
        try (World world = withOneGroup()) {
            world.add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Berg", "MailAd=per@fjord.example", "Gr=1")
                    .add("Actor", "ActNo=101", "CustNo=10002", "Nm=Ute AS", "Gr=1");
            world.sandbox().add("customers", "{\"name\": \"Ute A/S\", \"number\": 10002}");
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Per\", \"lastName\": \"B.\", \"code\": \"2\", \"email\":"
                                    + " \"per@fjord.example\"}");
            RunResult result = world.run();
            assertThat(outcomes(result, "customer-to-severa")).isEqualTo("1/0/0/0/1/0");
            assertThat(outcomes(result, "user-to-severa")).isEqualTo("1/0/0/0/1/0");
            assertThat(active(world, "customers", "number", "10002")).isTrue();
            assertThat(world.find("customers", "number", "10002").path("name").asString())
                    .isEqualTo("Ute A/S");
            assertThat(world.value("SELECT Nm FROM Actor WHERE ActNo = 101")).isEqualTo("Ute AS");
        }
    }
}
