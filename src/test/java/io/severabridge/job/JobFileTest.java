package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.SettingsFileException;
import io.severabridge.failure.WrongSetUp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileTest {
    private static final Set<String> KNOWN = Set.of("a-to-severa", "b-to-severa", "c-to-severa");

    private static JobFile parse(String transfers) {
        return JobFile.parse("jobs/x.yml", "x", "name: x\npurpose: tries\ntransfers:\n" + transfers, KNOWN);
    }

    private static final List<String> WORK = List.of("work-hour-to-erp", "invoice-to-erp", "payment-status-to-severa");

    @Test
    void theNightHoldsEachTransferOnceAndTheOtherJobsTheirShare() {
        Set<String> all = Transfers.all("").keySet();
        assertThat(JobFiles.ofProgram().read("nightly", all).transfers()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(JobFiles.ofProgram().read("invoices", all).transfers()).containsExactlyElementsOf(WORK);
        Set<String> registers = new TreeSet<>(all);
        registers.removeAll(WORK);
        registers.remove("cost-to-severa");
        assertThat(JobFiles.ofProgram().read("initial-load", all).transfers())
                .containsExactlyInAnyOrderElementsOf(registers);
        assertThat(JobFiles.ofProgram().read("registers", all).transfers())
                .containsExactlyElementsOf(
                        JobFiles.ofProgram().read("initial-load", all).transfers());
    }

    @Test
    void eachTransferComesAfterThoseItNames() {
        assertThat(parse("""
                        - { transfer: a-to-severa, after: [c-to-severa] }
                        - { transfer: b-to-severa }
                        - { transfer: c-to-severa, after: [b-to-severa] }
                        """).transfers()).containsExactly("b-to-severa", "c-to-severa", "a-to-severa");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ transfer: d-to-severa } | 4: transfers.transfer: there is no transfer d-to-severa",
                "{ transfer: a-to-severa, after: [b-to-severa] } | 4: transfers.after: b-to-severa is not among the transfers of this job",
                "{ transfer: a-to-severa, after: [a-to-severa] } | 4: transfers.after: a-to-severa waits for itself through others",
                "{ transfer: a-to-severa, befor: [] } | 4: transfers.befor: unknown key",
            })
    void whatIsWrongIsNamedWithFileAndLine(String item, String problem) {
        assertThatThrownBy(() -> parse("- " + item + "\n"))
                .isInstanceOf(SettingsFileException.class)
                .hasMessageContaining("jobs/x.yml:" + problem);
    }

    @Test
    void thoseThatOnlyComeAfterACircleAreNotBlamedForIt() {
        assertThatThrownBy(() -> parse("""
                        - { transfer: a-to-severa, after: [b-to-severa] }
                        - { transfer: b-to-severa, after: [a-to-severa] }
                        - { transfer: c-to-severa, after: [b-to-severa] }
                        """))
                .hasMessage("jobs/x.yml:4: transfers.after: a-to-severa waits for itself through others\n"
                        + "jobs/x.yml:5: transfers.after: b-to-severa waits for itself through others");
    }

    @Test
    void anUnknownJobIsNamed() {
        assertThatThrownBy(() -> JobFiles.ofProgram().read("nightly-load", KNOWN))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage("there is no job nightly-load: there are initial-load, invoices, nightly, registers");
    }
}
