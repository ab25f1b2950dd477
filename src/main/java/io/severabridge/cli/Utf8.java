package io.severabridge.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Properties;
import picocli.CommandLine;

/** A locale without a character set (LANG=C, as for cron and services) lets Java print a question mark for each ø: then UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** Whether what is printed would lose letters. */
    static boolean isNeeded(Properties properties) {
        for (String name :
                new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding", "file.encoding"}) {
            String charset = properties.getProperty(name);
            if (charset != null && !charset.isEmpty()) {
                try {
                    return Charset.forName(charset).equals(StandardCharsets.US_ASCII);
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    return true;
                }
            }
        }
        return false;
    }

    /** To be called before the first line is printed. */
    static void print(CommandLine command) {
        if (isNeeded(System.getProperties())) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
            command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            Logs.inUtf8();
        }
    }
}
