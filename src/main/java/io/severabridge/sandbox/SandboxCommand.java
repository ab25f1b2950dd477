package io.severabridge.sandbox;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the sandbox until it is interrupted. */
@Command(
        name = "sandbox",
        description = {
            "Runs the stand-in for Severa alone, on this machine only.",
            "Its data is gone when it ends. Records, counts and faults: /admin/records/RESOURCE, /admin/counts,"
                    + " /admin/faults."
        })
public final class SandboxCommand implements Callable<Integer> {
    private static final int WRONG_SET_UP = 5;

    @Option(names = "--port", paramLabel = "P", defaultValue = "8585", description = "Port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10",
            description = "Calls that it allows in a second (${DEFAULT-VALUE}); 0 for no limit.")
    private int rate;

    @Option(
            names = "--latency",
            paramLabel = "MILLIS",
            defaultValue = "0",
            description = "How long each answer takes beside the work itself (${DEFAULT-VALUE}).")
    private long latency;

    @Option(names = "--seed", paramLabel = "FILE", description = "JSON: {\"replace\": false, \"records\": {...}}.")
    private @Nullable Path seed;

    @Option(names = "--faults", paramLabel = "FILE", description = "JSON: {\"faults\": [...]}.")
    private @Nullable Path faults;

    @Option(names = "--client-id", paramLabel = "ID", defaultValue = "sandbox", description = "(${DEFAULT-VALUE})")
    private String clientId;

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            defaultValue = "sandbox-secret",
            description = "(${DEFAULT-VALUE})")
    private String clientSecret;

    @Option(
            names = "--optional-client-id",
            description = "Takes calls without the header Client_Id, which the API's description asks for.")
    private boolean optionalClientId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Sandbox.Options options = new Sandbox.Options(
                port, rate, clientId, clientSecret, seed, faults, Duration.ofMillis(latency), null, !optionalClientId);
        try (Sandbox sandbox = Sandbox.start(options)) {
            out.println("sandbox at " + sandbox.baseUrl() + ", " + (rate == 0 ? "no limit" : rate + " calls a second")
                    + "; Ctrl-C ends it");
            out.println("in a company file: severa: { base-url: " + sandbox.baseUrl() + ", client-id: " + clientId
                    + ", client-secret: ... }");
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (Sandbox.WrongFile e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return refused("port " + port + " cannot be used: " + e.getMessage());
        }
    }

    private int refused(String message) {
        spec.commandLine().getErr().println("error: " + message);
        return WRONG_SET_UP;
    }
}
