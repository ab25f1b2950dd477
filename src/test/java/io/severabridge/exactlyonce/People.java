package io.severabridge.exactlyonce;

import io.severabridge.sandbox.Sandbox;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What people do in both systems before each job: the same in every world. */
final class People {
    private final Systems systems;
    private final Sandbox sandbox;

    People(Systems systems) {
        this.systems = systems;
        this.sandbox = systems.sandbox();
    }

    void before(String job) {
        switch (job) {
            case "nightly" -> {
                registers();
                invoice(1);
                invoice(2);
                hours(10);
            }
            case "invoices" -> {
                invoice(3);
                invoice(4);
                invoice(5);
                hours(6);
            }
            default -> {
                // The initial load finds what is there.
            }
        }
    }

    private void registers() {
        for (int number = 10_001; number <= 10_008; number++) {
            sql("UPDATE Actor SET BsNo = 'E" + number
                    + "', ChDt = CAST(FORMATDATETIME(NOW(), 'yyyyMMdd') AS INT), ChTm ="
                    + " CAST(FORMATDATETIME(NOW(), 'HHmm') AS INT) WHERE CustNo = " + number);
        }
        for (int number = 10_011; number <= 10_015; number++) {
            sandbox.change(
                    "customers", guid("customers", "number", "" + number), "/website", "www." + number + ".example");
        }
        for (int number = 1; number <= 4; number++) {
            String customer = sandbox.add(
                    "customers", "{\"name\": \"Ny " + number + " AS\", \"number\": " + (90_000 + number) + "}");
            sandbox.add("contactpersons", """
                    {"firstName": "Kai", "lastName": "Ny %d", "customer": {"guid": "%s"}}""".formatted(number, customer));
            sandbox.add("projects", """
                    {"name": "Nytt %d", "number": %d, "customer": {"guid": "%s"}, "projectOwner": {"guid": "%s"},
                     "salesStatus": {"salesStatusTypeGuid": "%s"}}
                    """.formatted(
                            number, 99_000 + number, customer, user(), guid("salesstatustypes", "name", "Won")));
        }
    }

    private void sql(String statement) {
        systems.erp().sql(statement).update();
    }

    private String user() {
        return guid("users", "code", "4");
    }

    private JsonNode project() {
        return record("projects", "number", "20001");
    }

    private void hours(int count) {
        int before = sandbox.records("workhours").size();
        for (int hour = before; hour < before + count; hour++) {
            hour(hour, "");
        }
    }

    private void hour(int number, String invoiced) {
        sandbox.add("workhours", """
                {"eventDate": "2026-11-24", "user": {"guid": "%s"}, "phase": {"guid": "%s"}, "workType": {"guid": "%s"},
                 "quantity": 1.5, "unitPrice": {"amount": 1250, "currencyCode": "NOK"}, "description": "Hour %d",
                 "isApproved": true%s}
                """.formatted(
                        user(),
                        project().path("rootPhase").path("guid").asString(),
                        guid("worktypes", "code", "T100"),
                        number,
                        invoiced));
    }

    private void invoice(int number) {
        String invoice = sandbox.add("invoices", """
                {"number": %d, "date": "2026-11-24", "status": {"guid": "%s"}, "customer": {"guid": "%s"},
                 "projects": [{"guid": "%s"}], "paymentTerm": 14,
                 "receiverAddress": {"addressline": "Slippveien 5", "country": "Norway"}, "notes": "Takk"}
                """.formatted(
                        5_000 + number,
                        guid("invoicestatuses", "name", "Approved"),
                        project().path("customer").path("guid").asString(),
                        project().path("guid").asString()));
        String row = sandbox.add("invoicerows", """
                {"invoiceGuid": "%s", "category": "Hours", "rowType": "Hours", "quantity": 3, "vatRate": 25,
                 "unitPrice": {"amount": 1250, "currencyCode": "NOK"}, "description": "Row %d", "sortOrder": 1}
                """.formatted(invoice, number));
        for (int hour = 0; hour < 2; hour++) {
            hour(
                    number * 100 + hour,
                    ", \"invoiceQuantity\": 1.5, \"invoice\": {\"guid\": \"%s\"}, \"invoiceRowGuid\": \"%s\""
                            .formatted(invoice, row));
        }
    }

    private String guid(String resource, String field, String value) {
        return record(resource, field, value).path("guid").asString();
    }

    private JsonNode record(String resource, String field, String value) {
        for (JsonNode record : Objects.requireNonNull(sandbox.records(resource))) {
            if (record.path(field).asString("").equals(value)) {
                return record;
            }
        }
        throw new IllegalStateException("the sandbox has no " + resource + " with " + field + " " + value);
    }
}
