package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.company.Company;
import io.severabridge.sync.run.Progress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

/** An order is written once, whoever else is at it and wherever a run ended. */
class InvoiceRacesTest {
    private static final int INVOICES = 30;
    private static final int FEW = 6;

    /**
     * Two installations with a bridge database each, which call the ERP and Severa by other addresses, as on two machines: no
     * lock keeps them apart.
     */
    @Test
    void twoRunsAtOnceMakeEachOrderOnce() throws Exception {
        try (World world = World.working();
                Both both = new Both()) {
            assumeTrue(world.onH2(), "the second address of the ERP is that of an H2 server");
            world.once();
            Company one = world.company();
            world.with("COMPANY-bridge", "COMPANY-other")
                    .with("ERP-URL", one.erp().jdbcUrl().replace("jdbc:h2:", "jdbc:h2:" + both.server() + "/"))
                    .with("SEVERA", one.severa().baseUrl().toString().replace("127.0.0.1", "localhost"));
            Company other = world.company();
            assertThat(other.severa().baseUrl()).isNotEqualTo(one.severa().baseUrl());
            world.once();
            Work work = new Work(world.sandbox());
            for (int i = 0; i < INVOICES; i++) {
                String invoice = work.invoice("");
                work.row(invoice, "ProjectFees", "1", "10", "");
            }
            List<RunResult> results = both.run(one, other);
            assertThat(results).allMatch(result -> result.exitCode() == 0);
            assertThat(world.value("SELECT COUNT(*) FROM Ord")).isEqualTo("" + INVOICES);
            assertThat(world.value("SELECT COUNT(DISTINCT Inf6) FROM Ord")).isEqualTo("" + INVOICES);
            assertThat(world.value("SELECT COUNT(*) FROM OrdLn")).isEqualTo("" + INVOICES);
            world.sandbox()
                    .records("invoices")
                    .forEach(invoice -> assertThat(
                                    invoice.path("status").path("name").asString())
                            .isEqualTo("Transferred"));
        }
    }

    @Test
    void aRunThatEndsBetweenTheOrdersAndTheirStatusGoesOnWithoutDoubles() {
        try (World world = World.working()) {
            world.once();
            Work work = new Work(world.sandbox());
            for (int i = 0; i < FEW; i++) {
                String invoice = work.invoice("");
                work.row(invoice, "ProjectFees", "1", "10", "");
            }
            world.with("read-timeout: 5s", "read-timeout: 1s");
            world.sandbox().setFaults("""
                    {"faults": [{"fault": "500", "method": "PATCH", "path": "/v1/invoices/", "probability": 1, "seed": 1}]}""");
            RunResult failed = world.nightly("invoice-to-erp");
            assertThat(failed.exitCode()).isEqualTo(3);
            assertThat(world.value("SELECT COUNT(*) FROM Ord")).isEqualTo("" + FEW);
            world.sandbox().setFaults("{\"faults\": []}");
            RunResult again = world.nightly("invoice-to-erp");
            assertThat(again.restarted()).isTrue();
            assertThat(outcomes(again, "invoice-to-erp")).isEqualTo("0/0/" + FEW + "/0/0/0");
            assertThat(world.value("SELECT COUNT(*) FROM Ord")).isEqualTo("" + FEW);
        }
    }

    /** Two runs that begin together. */
    private static final class Both implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final Server server;

        Both() throws SQLException {
            server = Server.createTcpServer("-tcpPort", "0").start();
        }

        /** What serves databases in memory to others. */
        String server() {
            return "tcp://localhost:" + server.getPort();
        }

        List<RunResult> run(Company... companies) throws Exception {
            CyclicBarrier start = new CyclicBarrier(companies.length);
            List<Callable<RunResult>> runs = new ArrayList<>();
            for (Company company : companies) {
                runs.add(() -> {
                    start.await();
                    return new JobRunner(
                                    new JobRunner.Request("nightly", company, List.of("invoice-to-erp"), false, null),
                                    Programs.at(Clock.system(ZoneOffset.UTC)),
                                    Progress.NONE)
                            .run();
                });
            }
            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> future : threads.invokeAll(runs)) {
                results.add(future.get());
            }
            return results;
        }

        @Override
        public void close() {
            threads.shutdownNow();
            server.stop();
        }
    }
}
