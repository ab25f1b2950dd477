package io.severabridge;

import io.severabridge.command.SeveraBridgeCommand;

/** Where the program starts. */
public final class SeveraBridge {
    private SeveraBridge() {}

    public static void main(String[] args) {
        System.exit(SeveraBridgeCommand.execute(args));
    }
}
