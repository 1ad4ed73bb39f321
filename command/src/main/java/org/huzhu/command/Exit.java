package org.huzhu.command;

/** What the process returns to the shell; the numbers above 63 are those of BSD's {@code sysexits.h}. */
final class Exit {

    /** All is well. */
    static final int OK = 0;

    /** The work was done, and differences or mistakes were found in what was looked at. */
    static final int FOUND = 1;

    /** The command was typed wrongly. */
    static final int USAGE = 2;

    /** Something that the command stands on is missing: a file, a right, room on the disk, memory. */
    static final int ENVIRONMENT = 69;

    /** The command itself is at fault. */
    static final int FAULT = 70;

    private Exit() {}
}
