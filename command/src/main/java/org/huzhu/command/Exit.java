package org.huzhu.command;

/** What the process returns to the shell; the numbers above 63 are those of BSD's {@code sysexits.h}. */
public final class Exit {

    /** All is well. */
    public static final int OK = 0;

    /** The work was done, and differences or mistakes were found in what was looked at. */
    public static final int FOUND = 1;

    /** The command was typed wrongly. */
    public static final int USAGE = 2;

    /** Something that the command stands on is missing: a file, a right, room on the disk, memory. */
    public static final int ENVIRONMENT = 69;

    /** The command itself is at fault. */
    public static final int FAULT = 70;

    private Exit() {}
}
