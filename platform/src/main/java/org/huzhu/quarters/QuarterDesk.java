package org.huzhu.quarters;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Trial.Progress;

/**
 * Where officers bring what an insurance office sends, try what it comes to, compare, and confirm it by two.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link QuarterRefused} if it cannot
 * be.
 */
public interface QuarterDesk {

    /** The plans that are settled by the quarter in the year, by their short names. */
    List<String> plans(Caller caller, int year);

    /** The latest quarter first. */
    List<Run> runs(Caller caller, int max);

    /** The run, if it is within reach. */
    Optional<Run> run(Caller caller, UUID run);

    /** Opens the quarter at the caller's office. */
    UUID open(Caller caller, Quarter quarter);

    /**
     * Takes a file. The same one twice changes nothing.
     *
     * @throws QuarterRefused with {@link QuarterRefused.Reason#KNOWN_FILE} if it is there already
     */
    FeedFile bring(Caller caller, UUID run, Kind kind, InputStream bytes, Manifest manifest);

    /**
     * What came of a file.
     *
     * @param file empty where it was there already
     */
    record Brought(UUID run, Optional<FeedFile> file) {}

    /**
     * Takes a file for a quarter at the caller's office, which is opened with it where it is not there yet. The same
     * one twice changes nothing; one that is refused opens nothing.
     */
    Brought bring(Caller caller, Quarter quarter, Kind kind, InputStream bytes, Manifest manifest);

    /**
     * A file of a delivery.
     *
     * @param name by which whoever sent it knows it
     */
    record Sent(String name, Kind kind, Path file, Manifest manifest) {}

    /**
     * Takes all of these files for a quarter at the caller's office, which is opened with them where it is not there
     * yet, or takes none and opens nothing. What is there already stays as it is.
     *
     * @return of each in its turn, whether it is new
     */
    List<Boolean> bring(Caller caller, Quarter quarter, List<Sent> sent);

    /** Takes away a file that was brought by mistake. */
    void drop(Caller caller, UUID run, UUID file);

    /** The files of the run, by kind and place. */
    List<FeedFile> files(Caller caller, UUID run);

    /** Asks for a trial of all that was brought; whoever does the work makes it soon. Gives its number. */
    int ask(Caller caller, UUID run);

    /** The last trial; empty where there was none. */
    Optional<Trial> trial(Caller caller, UUID run);

    /** How far the last trial has come. */
    Optional<Progress> progress(Caller caller, UUID run);

    /** The last trial beside earlier quarters; empty where there is none that came to something. */
    Optional<Comparison> compare(Caller caller, UUID run);

    /** What stands out about the last trial. */
    List<Warning> warnings(Caller caller, UUID run);

    /** Writes the rows that were rejected by the last trial into a new file, to be sent back. */
    void rejects(Caller caller, UUID run, Path to);

    /** Somebody has seen what stands out. */
    void see(Caller caller, UUID run, int trial, Warning.Kind kind);

    /** Finds the trial right; another may confirm it then. */
    void propose(Caller caller, UUID run, int trial);

    /** Confirms the trial, so that it is owed: by another than who found it right. */
    void confirm(Caller caller, UUID run, int trial);

    /** How many parts of a confirmed run are not owed yet. */
    int partsLeft(Caller caller, UUID run);

    /** Works a confirmed run out again; whether the same came out of it, to the byte. */
    boolean isSame(Caller caller, UUID run);

    /** Ends a run that has reached all its cards. */
    void close(Caller caller, UUID run);
}
