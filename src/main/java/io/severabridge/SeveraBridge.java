package io.severabridge;

import io.severabridge.command.SeveraBridgeCommand;
import io.severabridge.jdbc.Urls;

/** Where the program starts. */
public final class SeveraBridge {
    private SeveraBridge() {}

    public static void main(String[] args) {
        Urls.loopbackOnly();
        System.exit(SeveraBridgeCommand.execute(args));
    }
}
