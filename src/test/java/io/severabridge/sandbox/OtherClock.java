package io.severabridge.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Random;

/**
 * A gateway in front of a sandbox that dates some answers ahead. The JDK's server dates its answers by itself, so the sandbox cannot
 * do it.
 */
public final class OtherClock implements AutoCloseable {
    private static final byte[] HEADER = "\r\ndate: ".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DATE_LENGTH = 29;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final URI behind;
    private final ServerSocket socket;
    private Random random = new Random(1);
    private double probability;
    private Duration ahead = Duration.ZERO;
    private int struck;

    public OtherClock(URI behind) {
        this.behind = behind;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + behind.getPath());
    }

    /** From now on some answers are dated ahead; none with a probability of 0. */
    public synchronized void strike(double share, long seed, Duration byHowMuch) {
        random = new Random(seed);
        probability = share;
        ahead = byHowMuch;
        struck = 0;
    }

    /** How many answers were. */
    public synchronized int struck() {
        return struck;
    }

    private synchronized String dated(String date) {
        if (random.nextDouble() >= probability) {
            return date;
        }
        struck++;
        try {
            return DATE.format(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .plus(ahead));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "other-clock");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind.getPort());
                caller.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                start(() -> pass(caller, server, false));
                start(() -> pass(server, caller, true));
            } catch (IOException e) {
                // One of both has gone: the next caller may come.
            }
        }
    }

    /** When one side hangs up, so does the other. */
    private void pass(Socket from, Socket to, boolean answers) {
        try (from;
                to;
                InputStream in = new BufferedInputStream(from.getInputStream());
                OutputStream out = new BufferedOutputStream(to.getOutputStream())) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                out.write(next);
                matched = Character.toLowerCase(next) == HEADER[matched] ? matched + 1 : next == '\r' ? 1 : 0;
                if (answers && matched == HEADER.length) {
                    out.write(dated(new String(in.readNBytes(DATE_LENGTH), StandardCharsets.ISO_8859_1))
                            .getBytes(StandardCharsets.ISO_8859_1));
                }
                matched = matched == HEADER.length ? 0 : matched;
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The other side hangs up, too.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
