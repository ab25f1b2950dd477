package io.severabridge.job;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The program as a Spring Boot application. Its context holds what all companies share; each part of work for a company has a
 * context of its own below it: {@link CompanyContext}.
 */
public final class Program implements AutoCloseable {
    /** The tables are those of our migrations, and only we start jobs. */
    private static final Map<String, Object> PROPERTIES = Map.of(
            "spring.batch.job.enabled", "false",
            "spring.batch.jdbc.initialize-schema", "never",
            // Serializable, the default, deadlocks on SQL Server when jobs start together; the unique key guards
            // instances.
            "spring.batch.jdbc.isolation-level-for-create", "read_committed");

    private final ConfigurableApplicationContext context;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With the program's own jobs and the machine's clock. */
    public static Program start() {
        return start(JobFiles.ofProgram());
    }

    public static Program start(JobFiles files) {
        return start(files, Clock.system(ZoneId.systemDefault()));
    }

    public static Program start(JobFiles files, Clock clock) {
        SpringApplication application = new SpringApplicationBuilder(ProgramBeans.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .environment(environment())
                .properties(PROPERTIES)
                .initializers(made -> {
                    made.getBeanFactory().registerSingleton("clock", clock);
                    made.getBeanFactory().registerSingleton("jobFiles", files);
                })
                .application();
        // These would configure the log and read property files of the folder that somebody happens to stand in.
        application.setListeners(List.of());
        return new Program(application.run());
    }

    /** The company file says everything: no variable, system property or file of the machine is a property of a bean. */
    private static ConfigurableEnvironment environment() {
        return new AbstractEnvironment() {};
    }

    public Clock clock() {
        return context.getBean(Clock.class);
    }

    JobFiles files() {
        return context.getBean(JobFiles.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
