package io.severabridge.company;

import static io.severabridge.company.Fjord.ENVIRONMENT;
import static io.severabridge.company.Fjord.SMALLEST;
import static io.severabridge.company.Fjord.with;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyFileProblemsTest {
    @TempDir
    Path folder;

    /** What is wrong with the file, a line each. */
    private List<String> problems(String yaml) {
        SettingsFileException thrown =
                catchThrowableOfType(SettingsFileException.class, () -> Fjord.read(folder, yaml));
        assertThat(thrown).as("the file should be refused").isNotNull();
        return String.valueOf(thrown.getMessage()).lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "company: fjord | company: Fjord AS | 1: company: expected at most 60 small letters, digits and hyphens such as northwind, found \"Fjord AS\"",
                "system: visma-business | system: visma-global | 3: erp.system: expected visma-business (this version does not support visma-global), found \"visma-global\"",
                "jdbc:h2:mem:erp | jdbc:mysql://db | 4: erp.jdbc-url: expected jdbc:sqlserver:... or jdbc:h2:... without a password in it",
                "jdbc:h2:mem:erp | jdbc:h2:mem:bridge | 11: bridge-database.jdbc-url: is also erp.jdbc-url: our own tables need a database of their own",
                "username: reader | user: reader | 2: erp.username: is required",
                "username: reader | username: | 5: erp.username: is required, but has no value",
                "username: reader | username: [reader] | 5: erp.username: expected text that is not empty, found a list",
                "http://localhost:8080/api/ | ftp://localhost | 8: severa.base-url: expected an address such as https://host/path, without user and query",
                "unit: 3 | unit: 13 | 12: business-units.unit: expected a whole number from 1 to 12, found \"13\"",
                "unit: 3 | unit: 03 | 12: business-units.unit: expected a whole number from 1 to 12, found \"03\"",
                "unit: 3 | unit: \"3\" | 12: business-units.unit: expected a whole number from 1 to 12, found \"3\" in quotes",
                "unit: 3 | unit: 99999999999 | 12: business-units.unit: expected a whole number from 1 to 12, found \"99999999999\"",
                "unit: 3 | unit: 2 | 17: projects.unit: is also business-units.unit: projects and departments need different units",
                "guid-field: Inf1 | guid-field: Inf9 | 14: products.guid-field: expected Inf, or Inf2 to Inf8, found \"Inf9\"",
                "guid-field: Inf6 | guid-field: Inf8 | 16: billing-address.guid-field: is also customers.guid-field: both are on the customer's row",
                "guid-field: Inf6 | guid-field: Inf7 | 16: billing-address.guid-field: is also users.guid-field: both are in one table, and a row may be both of them",
                "guid-field: Inf8 | guid-field: Inf7 | 15: customers.guid-field: is also users.guid-field: both are in one table, and a row may be both of them",
                "unit: 2, | unit: 2, internal-name-field: nm, | 17: projects.internal-name-field: is also the name of the project",
                "unit: 2, | unit: 2, internal-name-field: R3, | 17: projects.internal-name-field: is also projects.department-field",
                "unit: 2, | unit: 2, contact-field: ActNo1, internal-name-field: ACTNO1, | 17: projects.internal-name-field: is also projects.contact-field",
                "unit: 2, | unit: 2, contact-field: Rsp, | 17: projects.contact-field: is also the responsible of the project",
            })
    void aWrongValueIsNamed(String from, String to, String problem) {
        assertThat(problems(with(from, to))).contains("fjord.yml:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "username: reader | username: \u201Creader\u201D | 5: has a curly quote (\u201C)",
                "username: reader | username: \u2018reader\u2019 | 5: has a curly quote (\u2018)",
                "username: reader | username:\u00A0reader | 5: has a no-break space",
                "username: reader | username: reader\u200B | 5: has a no-break space",
                "username: reader | \u00A0username: reader | 5: has a no-break space"
            })
    void charactersThatLookLikeQuotesAndBlanksAreNamed(String from, String to, String problem) {
        assertThat(problems(with(from, to))).singleElement().asString().startsWith("fjord.yml:" + problem);
    }

    @Test
    void suchCharactersInStraightQuotesAndRemarksAreMeant() throws IOException {
        String text = with("username: reader", "username: \"\u201Ca\u00A0b\u201D\" # d\u2019accord\u00A0");
        assertThat(Fjord.read(folder, text).erp().username()).isEqualTo("\u201Ca\u00A0b\u201D");
        assertThat(Fjord.read(folder, with("username: reader", "username: d\u2019Artagnan"))
                        .erp()
                        .username())
                .isEqualTo("d\u2019Artagnan");
    }

    @Test
    void anAddressThatEverybodyCanListenToIsRefusedUnlessItIsWanted() throws IOException {
        String plain = with("http://localhost:8080/api/", "http://severa.example/api");
        assertThat(problems(plain)).singleElement().asString().contains("severa.base-url: begins with http://");
        assertThat(Fjord.read(folder, plain.replace("severa:\n", "severa:\n  allow-plain-http: true\n"))
                        .severa()
                        .baseUrl())
                .hasHost("severa.example");
    }

    @Test
    void aNameThatTheBridgeDatabaseHasNoRoomForIsRefused() throws IOException {
        assertThat(problems(with("company: fjord", "company: " + "f".repeat(300))))
                .singleElement()
                .asString()
                .startsWith("fjord.yml:1: company: expected at most 60 small letters, digits and hyphens");
        assertThat(Fjord.read(folder, with("company: fjord", "company: " + "f".repeat(60)))
                        .name())
                .hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "on-conflict: both | on-conflict: expected one of erp, severa, found \"both\"",
                "masters: severa | masters: expected keys and values, found text",
                "masters: { users: all } | masters.users: expected one of erp, severa, both, found \"all\"",
                "other-addresses: { as: home } | other-addresses.as: expected one of visit, postal, found \"home\"",
                "product-categories: { field: PrCatNo4 } | product-categories.field: expected one of PrCatNo, PrCatNo2, PrCatNo3, found \"PrCatNo4\"",
                "product-categories: { enabled: maybe } | product-categories.enabled: expected true or false, found \"maybe\"",
                "contacts: { communication-types: { Email: Work } } | contacts.communication-types: expected one of EmailAddress, Phone, MobilePhone, Fax, IPPhone, InstantMessenger, found \"Email\"",
                "language-mappings: { norsk!: 47 } | language-mappings: expected a key that is a language tag such as nb-NO, or a GUID, found \"norsk!\"",
                "language-mappings: { nb-NO: 0 } | language-mappings.nb-NO: expected a whole number of at least 1, found \"0\"",
                "number-series: { customers: { from: 9, to: 5 } } | number-series.customers.to: is below from",
                "number-series: { customers: { from: 9 } } | number-series.customers.to: is required",
                "work-hours: { look-back: 12h } | work-hours.look-back: expected whole days such as 0d or 7d, found \"12h\"",
                "work-hours: { table: 1; drop } | work-hours.table: expected a plain name of letters, digits and _, found \"1; drop\"",
                "costs: { rate-direction: divide } | costs.voucher-types: is required",
                "costs: { voucher-types: [] } | costs.voucher-types: is an empty list",
                "costs: { voucher-types: 21 } | costs.voucher-types: expected a list, found \"21\"",
                "costs: { voucher-types: [21, 21] } | costs.voucher-types: has \"21\" twice",
                "costs: { voucher-types: [1], credit-note-voucher-types: [2] } | costs.credit-note-voucher-types: has a type that is not in costs.voucher-types",
                "costs: { voucher-types: [1], sales-value-percentage: -1 } | costs.sales-value-percentage: expected a number of at least 0, found \"-1\"",
                "invoices: { guid-field: Inf6 } | invoices.default-product: is required",
                "invoices: { order-number-field: OurRef } | invoices.order-number-field: the order's ourref holds something else already",
                "invoices: { sender-employee-field: Rsp } | invoices.sender-employee-field: the order's rsp holds something else already",
                "invoices: { guid-field: Inf6, order-number-field: Inf6 } | invoices.order-number-field: the order's inf6 holds something else already",
                "payment-status: { enabled: true } | payment-status: needs the section invoices, which says where an order keeps the GUID of its invoice",
                "work-hours: { from: 2026-02-30 } | work-hours.from: expected a date such as 2026-01-31, found \"2026-02-30\"",
                "invoices: { order-number-field: ordno } | invoices.order-number-field: expected a column of the order other than its key OrdNo, found \"ordno\"",
                "invoices: { order-number-field: InvoNo } | invoices.order-number-field: the order's invono means something to the ERP: choose a column that is free, such as CSOrdNo, ReqNo or Inf",
                "invoices: { order-number-field: R2 } | invoices.order-number-field: the order's r2 holds something else already",
                "invoices: { order-number-field: R7 } | invoices.order-number-field: the order's r7 means something to the ERP: choose a column that is free, such as CSOrdNo, ReqNo or Inf",
                "invoices: { order-number-field: SelBuy } | invoices.order-number-field: the order's selbuy means something to the ERP: choose a column that is free, such as CSOrdNo, ReqNo or Inf",
                "invoices: { order-number-field: PMTMT } | invoices.order-number-field: the order's pmtmt holds something else already",
                "invoices: { invoice-number-field: CSOrdNo } | invoices.invoice-number-field: the order's csordno holds something else already",
                "invoices: { sender-employee-field: OrdSum } | invoices.sender-employee-field: the order's ordsum means something to the ERP: choose a column that is free, such as CSOrdNo, ReqNo or Inf",
                "invoices: { line-account-set: none } | invoices.line-account-set: expected one of erp, customer, found \"none\"",
                "invoices: { from-customer: { payment-methods: CPmtMt } } | invoices.from-customer.payment-methods: unknown key, did you mean payment-method?",
                "invoices: { status: { failed: Approved } } | invoices.status.transferred: transfer, transferred and failed must be three different statuses",
                "visma-global: { schema: Acme } | visma-global: this version does not support visma-global",
                "onConflict: erp | onConflict: unknown key, did you mean on-conflict?",
                "payment-status: { enable: true } | payment-status.enable: unknown key, did you mean enabled?",
                "payment-status: { colour: red } | payment-status.colour: unknown key",
                "company: twice | company: is given twice, first on line 1",
                "on-conflict: ${WHO} | on-conflict: environment variable WHO is not set",
                "on-conflict: ${file:who} | on-conflict: file who cannot be read",
                "on-conflict: ${WHO | on-conflict: has a ${ without its }",
            })
    void aWrongLineIsNamed(String line, String problem) {
        assertThat(problems(SMALLEST + line)).contains("fjord.yml:18: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exclude: { group: 13, value: 1 } | exclude.group: expected a whole number from 1 to 12, found \"13\"",
                "exclude: { group: 1, value: 0 } | exclude.value: expected a whole number other than 0, found \"0\"",
                "exclude: { group: 1 } | exclude.value: is required",
                "exclude: [1, 1] | exclude: expected keys and values, found a list",
                "default-overdue-interest: much | default-overdue-interest: expected a number of at least 0, found \"much\"",
                "template: -1 | template: expected a whole number of at least 0, found \"-1\"",
            })
    void aWrongKeyOfCustomersIsNamed(String keys, String problem) {
        String yaml = with("customers: { guid-field: Inf8 }", "customers: { guid-field: Inf8, " + keys + " }");
        assertThat(problems(yaml)).containsExactly("fjord.yml:15: customers." + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "read-timeout: 10 | read-timeout: expected a duration above zero such as 500ms, 10s or 2m, found \"10\"",
                "connect-timeout: 0s | connect-timeout: expected a duration above zero such as 500ms, 10s or 2m, found \"0s\"",
                "doubt-delay: soon | doubt-delay: expected a duration such as 500ms, 10s, 2m, 1h or 1d, found \"soon\"",
                "requests-per-second: ten | requests-per-second: expected a whole number of at least 1, found \"ten\"",
                "max-in-flight: 65 | max-in-flight: expected a whole number from 1 to 64, found \"65\"",
                "request-per-second: 5 | request-per-second: unknown key, did you mean requests-per-second?",
            })
    void aWrongKeyOfSeveraIsNamed(String key, String problem) {
        assertThat(problems(with("severa:\n", "severa:\n  " + key + "\n")))
                .containsExactly("fjord.yml:8: severa." + problem);
    }

    @Test
    void allProblemsAreReportedAtOnceByLine() {
        assertThat(problems("severa:\n  client-id: 1\n  colour: red\ncompany: A\nbridge-database: { jdbc-url: x }"))
                .startsWith("fjord.yml:1: erp: is required")
                .contains(
                        "fjord.yml:1: severa.base-url: is required",
                        "fjord.yml:1: severa.client-secret: is required",
                        "fjord.yml:1: projects: is required",
                        "fjord.yml:3: severa.colour: unknown key")
                .endsWith(
                        "fjord.yml:5: bridge-database.jdbc-url: expected jdbc:sqlserver:... or jdbc:h2:... without a password in it");
    }

    @Test
    void aProblemTellsFileLineAndKey() {
        SettingsFileException thrown = catchThrowableOfType(
                SettingsFileException.class, () -> Fjord.read(folder, with("client-id: abc", "client-id: ''")));
        assertThat(thrown.problems())
                .containsExactly(new SettingsFileException.Problem(
                        "fjord.yml", 9, "severa.client-id", "expected text that is not empty, found \"\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: [pa55word]",
                "password: { pa55word: 1 }",
                "password: !pa55word",
                "password: !pa55!word",
                "password: *pa55word",
                "password: \"pa55word",
                "password: @pa55word",
                "password: ${pa55word:}",
                "password: ${pa55word",
                "password: x\n  password: pa55word",
                "password: pa55word: pa55word",
                "password:pa55word",
                "{password:pa55word}: 1",
                "password: x\n  passwort: pa55word",
            })
    void noMessageHoldsAPassword(String line) {
        List<String> problems = problems(with("password: ${ERP_PASSWORD}", line));
        assertThat(problems).isNotEmpty().noneMatch(problem -> problem.contains("pa55word"));
    }

    @Test
    void noMessageHoldsWhatTheEnvironmentHolds() {
        assertThat(problems(with("unit: 3", "unit: \"${ERP_PASSWORD}\"")))
                .containsExactly("fjord.yml:12: business-units.unit: expected a whole number from 1 to 12,"
                        + " found \"${ERP_PASSWORD}\"");
        assertThat(problems(with("jdbc:h2:mem:erp", "jdbc:h2:mem:erp;PASSWORD=pa55word")))
                .noneMatch(problem -> problem.contains("pa55word"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";INIT=DROP TABLE Actor",
                ";init=RUNSCRIPT FROM 'http://example/x'",
                "; Init =X",
                ";MODE=MSSQLServer;INIT=X",
                ";TRACE_LEVEL_FILE=3",
                ";DATABASE_EVENT_LISTENER='x.Y'",
                ";JAVA_OBJECT_SERIALIZER='x.Y'",
                ";AUTHENTICATOR=x"
            })
    void anAddressThatActsWhenItIsOpenedIsRefused(String settings) {
        assertThat(problems(with("jdbc:h2:mem:erp", "\"jdbc:h2:mem:erp" + settings + "\"")))
                .singleElement(as(STRING))
                .contains(
                        "fjord.yml:4: erp.jdbc-url: an embedded database's address may not set ",
                        "it may set AUTO_SERVER");
        assertThat(problems(with("jdbc:h2:mem:bridge", "jdbc:h2:mem:bridge" + settings)))
                .singleElement(as(STRING))
                .contains("bridge-database.jdbc-url: an embedded database's address may not set ");
    }

    @Test
    void aFileThatIsNoCompanyFileIsRefused() throws IOException {
        assertThat(problems("")).containsExactly("fjord.yml:1: is empty");
        assertThat(problems("# nothing\n")).containsExactly("fjord.yml:1: is empty");
        assertThat(problems("\n- a\n"))
                .containsExactly("fjord.yml:2: expected keys and values such as company: northwind");
        assertThat(problems("company: a\nerp: 'x\n"))
                .containsExactly("fjord.yml:3: is not YAML: found unexpected end of stream");
        assertThat(problems("company: a\nb: \0\n"))
                .containsExactly("fjord.yml:2: is not YAML: a character that cannot be printed");
        assertThat(problems("a: 1\n---\nb: 2\n")).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        Files.write(folder.resolve("latin.yml"), new byte[] {'a', ':', ' ', (byte) 0xe5});
        for (String name : List.of("none.yml", "latin.yml", ".")) {
            SettingsFileException thrown = catchThrowableOfType(
                    SettingsFileException.class,
                    () -> SettingsFile.read(folder.resolve(name), ENVIRONMENT, List.of("visma-business")));
            assertThat(thrown.problems()).singleElement().extracting("line").isEqualTo(0);
        }
    }
}
