package io.severabridge.company;

import static io.severabridge.company.Fjord.ENVIRONMENT;
import static io.severabridge.company.Fjord.SMALLEST;
import static io.severabridge.company.Fjord.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.company.Company.DescriptionPart;
import io.severabridge.company.Company.GroupValue;
import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.NewUser;
import io.severabridge.company.Company.NumberRange;
import io.severabridge.company.Company.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyFileTest {
    private static final Path EXAMPLE = Path.of("../shared/spec/company.example.yml");

    @TempDir
    Path folder;

    @Test
    void theExampleIsReadWhole() {
        assumeTrue(Files.exists(EXAMPLE), "there is no example file beside the project");
        Company company = SettingsFile.read(EXAMPLE, ENVIRONMENT, List.of("visma-business"));
        assertThat(company.name()).isEqualTo("northwind");
        assertThat(company.erp().password().reveal()).isEqualTo("hush-erp");
        assertThat(company.severa().baseUrl()).isEqualTo(URI.create("https://api.severa.visma.com/rest-api"));
        assertThat(company.users().newUser()).isEqualTo(new NewUser("Employee", "", ""));
        assertThat(company.customers().exclude()).isEqualTo(new GroupValue(3, 1));
        assertThat(company.customers().defaultOverdueInterest()).isEqualTo("8.5");
        assertThat(company.projects().internalNameField()).isEqualTo("Inf8");
        assertThat(company.costs()).extracting("voucherTypes").isEqualTo(List.of(21, 22));
        assertThat(company.invoices()).extracting("hourProduct").isEqualTo("T100");
        assertThat(company.paymentStatus()).isEqualTo(new Company.PaymentStatus(false, "Paid", null, null));
        assertThat(company.languageMappings()).hasSize(12).containsEntry("fi-FI", 358);
        assertThat(company.numberSeries().customers()).isEqualTo(new NumberRange(10000, 19999));
    }

    @Test
    void whatIsNotSetHasItsDefault() throws IOException {
        Company company = Fjord.read(folder, SMALLEST);
        assertThat(company.erp().schema()).isEqualTo("dbo");
        assertThat(company.erp().homeCountry()).isEqualTo("NO");
        assertThat(company.bridgeDatabase())
                .isEqualTo(new Company.BridgeDatabase("jdbc:h2:mem:bridge", "sa", new Secret("")));
        assertThat(company.onConflict()).isEqualTo(Side.ERP);
        assertThat(company.customers().exclude()).isNull();
        assertThat(company.products().guidField())
                .as("another spelling of Inf1")
                .isEqualTo("Inf");
        assertThat(company.billingAddress().lines()).containsExactly("Ad1", "Ad2", "Ad3", "Ad4");
        assertThat(company.projects().departmentField()).isEqualTo("R3");
        assertThat(company.workHours()).isNull();
        assertThat(company.invoices()).isNull();
        assertThat(company.languageMappings()).containsEntry("sv-SE", 46);
        assertThat(company.severa().baseUrl()).hasToString("http://localhost:8080/api");
    }

    @Test
    void doubtLastsAsLongAsTheReadTimeout() throws IOException {
        assertThat(Fjord.read(folder, with("severa:\n", "severa:\n  read-timeout: 2m\n"))
                        .severa()
                        .doubtDelay())
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void mastersFollowTheDefaultExceptUsersAndCustomers() throws IOException {
        assertThat(Fjord.read(folder, SMALLEST + "masters: { default: erp, projects: severa }")
                        .masters())
                .isEqualTo(new Company.Masters(
                        Master.ERP, Master.ERP, Master.BOTH, Master.ERP, Master.ERP, Master.BOTH, Master.SEVERA));
    }

    @Test
    void listsAndMapsKeepTheirOrder() throws IOException {
        Company company = Fjord.read(folder, SMALLEST + """
                costs: { voucher-types: [9, 3], description: [voucher-number, text] }
                language-mappings: { en-GB: 44, en-US: 44, 0b6c1c5e-5a3c-4bfb-9b43-7c3e8f0a1d22: 47 }
                """);
        Company.Costs costs = Objects.requireNonNull(company.costs());
        assertThat(costs.voucherTypes()).containsExactly(9, 3);
        assertThat(costs.description()).containsExactly(DescriptionPart.VOUCHER_NUMBER, DescriptionPart.TEXT);
        assertThat(costs.salesValuePercentage()).isEqualTo(BigDecimal.valueOf(100));
        assertThat(company.languageMappings().keySet()).startsWith("en-GB", "en-US");
    }

    @Test
    void norwayIsNoTruthValueAndNumbersMayBePasswords() throws IOException {
        Company company = Fjord.read(
                folder,
                with("username: reader", "username: 007\n  home-country: no").replace("${ERP_PASSWORD}", "0123"));
        assertThat(company.erp().homeCountry()).isEqualTo("NO");
        assertThat(company.erp().username()).isEqualTo("007");
        assertThat(company.erp().password()).isEqualTo(new Secret("0123"));
    }

    @Test
    void mountedFilesAreReadBesideTheCompanyFile() throws IOException {
        Files.createDirectory(folder.resolve("run"));
        Files.writeString(folder.resolve("run/secret"), "a$1 b\\\r\n");
        assertThat(Fjord.read(folder, with("${SEVERA_CLIENT_SECRET}", "x-${file:run/secret}"))
                        .severa()
                        .clientSecret()
                        .reveal())
                .isEqualTo("x-a$1 b\\");
    }

    @Test
    void aByteOrderMarkAndTheLineEndOfAMountedFileAreNoPartOfIt() throws IOException {
        Files.writeString(folder.resolve("secret"), "\uFEFFs\u00E9cret \r\n\n");
        assertThat(Fjord.read(folder, with("${SEVERA_CLIENT_SECRET}", "${file:secret}"))
                        .severa()
                        .clientSecret()
                        .reveal())
                .isEqualTo("s\u00E9cret ");
    }

    @Test
    void placeholdersStandForNumbersToo() throws IOException {
        String yaml = with("unit: 3", "unit: \"${UNIT}\"");
        Path file = Files.writeString(folder.resolve("fjord.yml"), yaml);
        Map<String, String> environment = Map.of("ERP_PASSWORD", "x", "SEVERA_CLIENT_SECRET", "y", "UNIT", "7");
        assertThat(SettingsFile.read(file, environment, List.of("visma-business"))
                        .businessUnits()
                        .unit())
                .isEqualTo(7);
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws IOException {
        assertThat(Fjord.read(folder, "\uFEFF" + SMALLEST).name()).isEqualTo("fjord");
    }

    @Test
    void aCompanyDoesNotPrintItsSecrets() throws IOException {
        assertThat(Fjord.read(folder, SMALLEST).toString())
                .contains("fjord", "***")
                .doesNotContain("hush");
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).isNotEqualTo(new Secret("b"));
    }

    @Test
    void anAddressMaySayWhatAnEmbeddedDatabaseIsLike() throws IOException {
        String url = "jdbc:h2:mem:erp;MODE=MSSQLServer;lock_timeout=9000";
        assertThat(Fjord.read(folder, with("jdbc:h2:mem:erp", url)).erp().jdbcUrl())
                .isEqualTo(url);
    }
}
