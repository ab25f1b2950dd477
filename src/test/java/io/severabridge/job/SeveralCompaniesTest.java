package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.AnotherRun;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.LinkStore;
import io.severabridge.sync.run.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;

class SeveralCompaniesTest {
    private static final Clock CLOCK = Clock.system(ZoneOffset.UTC);

    /** No run goes on with its first customer before the other has come to it. */
    private static final class Together implements Progress {
        private final CyclicBarrier both;

        Together(CyclicBarrier both) {
            this.both = both;
        }

        @Override
        public void begin(String step, long rows) {
            if (step.equals("customer-to-severa")) {
                try {
                    both.await(60, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void advance(long rows) {}

        @Override
        public void end(boolean complete) {}
    }

    @Test
    void twoCompaniesRunAtTheSameTimeInOneProgramAndSeeNothingOfEachOther() throws Exception {
        try (World one = World.standard();
                World other = World.standard();
                Program program = Programs.at(CLOCK)) {
            other.add("Actor", "ActNo=101", "CustNo=10002", "Nm=Vidda AS", "PNo=0150", "PArea=Oslo", "Rsp=1");
            one.load();
            other.load();
            CyclicBarrier both = new CyclicBarrier(2);
            List<Callable<RunResult>> runs = new ArrayList<>();
            for (World world : List.of(one, other)) {
                JobRunner.Request request =
                        new JobRunner.Request("initial-load", world.company(), List.of(), false, null);
                runs.add(() -> new JobRunner(request, program, new Together(both)).run());
            }
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                for (Future<RunResult> run : threads.invokeAll(runs)) {
                    assertThat(run.get().exitCode()).as(run.get().failure()).isZero();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(customers(one)).isEqualTo(1);
            assertThat(customers(other)).isEqualTo(2);
        }
    }

    private static long customers(World world) {
        Company company = world.company();
        try (BridgeDatabase bridge = BridgeDatabase.existing(company)) {
            return new LinkStore(bridge, company.name()).count("customer");
        }
    }

    @Test
    void eachCompanyHasBeansOfItsOwnBelowThoseOfTheProgram() {
        try (World one = World.standard();
                World other = World.standard();
                Program program = Programs.at(CLOCK);
                CompanyContext first = context(program, one.company());
                CompanyContext second = context(program, other.company())) {
            assertThat(first.get(Company.class)).isNotEqualTo(second.get(Company.class));
            assertThat(first.get(BridgeDatabase.class)).isNotSameAs(second.get(BridgeDatabase.class));
            assertThat(first.get(JobRepository.class)).isNotSameAs(second.get(JobRepository.class));
            assertThat(first.get(Signals.class)).isSameAs(second.get(Signals.class));
            assertThat(first.get(Clock.class)).isSameAs(CLOCK);
        }
    }

    @Test
    void whatCannotBeOpenedIsSaidInItsOwnWords() {
        try (World world = World.standard();
                Program program = Programs.at(CLOCK);
                CompanyContext first = context(program, world.company());
                CompanyContext second = context(program, world.company())) {
            assertThat(first.get(ErpDatabase.class)).isNotNull();
            assertThatThrownBy(() -> second.get(ErpDatabase.class))
                    .isInstanceOf(AnotherRun.class)
                    .hasMessageStartingWith(
                            "another run of company " + world.company().name() + " is under way");
        }
    }

    private static CompanyContext context(Program program, Company company) {
        return new CompanyContext(program, company, Map.of(), OpenedBeans.OfRun.class, BatchBeans.class);
    }
}
