package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New associates are made like a template, but for what a mapping of theirs decides, also one with a step of its own. */
class TemplateTest {
    private static final String ROW =
            "SELECT CONCAT(CAcSet, '|', Ctry, '|', Phone, '|', IntRt, '|', EANLocCd, '|', CustPrGr,"
                    + " '|', Title, '|', MainAct) FROM Actor WHERE ";

    private static World world() {
        return World.standard()
                .with("customers:", "customers:\n  only-with-won-project: false\n  template: 900")
                .with("users: {", "users: { template: 901,")
                .add(
                        "Actor",
                        "ActNo=900",
                        "CAcSet=1",
                        "Ctry=578",
                        "Phone=99",
                        "IntRt=4",
                        "EANLocCd=123",
                        "CustPrGr=7",
                        "Title=Kunde")
                .add("Actor", "ActNo=901", "Title=Mal", "MainAct=1", "CAcSet=1", "CustPrGr=8");
    }

    private static String customer(World world, String name, long number, String segment) {
        String guid = world.sandbox().add("customers", "{\"name\": \"" + name + "\", \"number\": " + number + "}");
        if (!segment.isEmpty()) {
            String of =
                    world.find("marketsegments", "name", segment).path("guid").asString();
            world.sandbox()
                    .add(
                            "customermarketsegments",
                            "{\"customer\": {\"guid\": \"" + guid + "\"}, \"marketSegment\": {\"guid\": \"" + of
                                    + "\"}}");
        }
        return guid;
    }

    private static List<String> segments(World world, String customer) {
        List<String> found = new ArrayList<>();
        world.sandbox().records("customermarketsegments").forEach(record -> {
            if (record.path("customer").path("guid").asString().equals(customer)) {
                found.add(record.path("marketSegment").path("guid").asString());
            }
        });
        return found;
    }

    @Test
    void theAccountSetOfANewCustomerIsSeverasAndNotTheTemplates() {
        try (World world = world()) {
            String eu = customer(world, "Malmo AB", 77, "EU");
            String none = customer(world, "Uten AS", 78, "");
            world.run();
            world.nightly();
            String segment =
                    world.find("marketsegments", "name", "EU").path("guid").asString();
            assertThat(segments(world, eu)).containsExactly(segment);
            assertThat(segments(world, none)).isEmpty();
            assertThat(world.value(ROW + "CustNo = 77")).startsWith("2|0||8.5").endsWith("||7|Kunde|0");
            assertThat(world.value(ROW + "CustNo = 78")).startsWith("0|0||8.5").endsWith("||7|Kunde|0");
        }
    }

    @Test
    void titleAndSuperiorOfANewEmployeeAreSeverasAndNotTheTemplates() {
        try (World world = world()) {
            world.sandbox()
                    .add(
                            "users",
                            "{\"firstName\": \"Ny\", \"lastName\": \"Bruker\", \"code\": \"50\", \"email\":"
                                    + " \"ny@fjord.example\"}");
            world.run();
            world.nightly();
            assertThat(world.value("SELECT CONCAT(Title, '|', MainAct, '|', CustPrGr) FROM Actor WHERE EmpNo = 50"))
                    .as("the title that Severa gives a new user")
                    .isEqualTo("Employee|0|8");
            assertThat(world.find("users", "code", "50")
                            .path("superiorUser")
                            .path("guid")
                            .asString(""))
                    .isEmpty();
        }
    }

    @Test
    void whatThisCompanyDoesNotMapComesFromTheTemplate() {
        try (World world = world()) {
            world.with("  account-set-market-segment: Account set\n", "  e-invoice: false\n")
                    .with("  default-overdue-interest: 8.5\n", "");
            customer(world, "Malmo AB", 77, "");
            world.run();
            assertThat(world.value(ROW + "CustNo = 77")).startsWith("1|0||4").endsWith("|123|7|Kunde|0");
        }
    }
}
