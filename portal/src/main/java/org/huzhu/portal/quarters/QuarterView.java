package org.huzhu.portal.quarters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.Trial;
import org.huzhu.quarters.Trial.Progress;
import org.huzhu.quarters.Warning;

/**
 * One quarter, as its page shows it.
 *
 * @param held what no bank takes, once all else is owed
 * @param left parts of what was confirmed that are not owed yet
 * @param proof the name of the sentence that asks for a new proof; empty where none is wanted
 * @param forms in which a feed may be written beside our own: titles by names
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record QuarterView(
        Run run,
        List<FeedFile> files,
        Optional<Trial> trial,
        Optional<Progress> progress,
        Optional<ComparisonView> comparison,
        List<Warning> warnings,
        HeldView held,
        int left,
        boolean mayRun,
        boolean mayConfirm,
        Optional<String> proof,
        Map<String, String> forms,
        String trouble) {

    public String address() {
        return QuartersPage.ADDRESS + "/" + run.id();
    }

    public String title() {
        return title(run);
    }

    /** What the quarter of a run is called. */
    public static String title(Run run) {
        return Texts.say(
                "quarters.name",
                run.quarter().plan(),
                String.valueOf(run.quarter().year()),
                String.valueOf(run.quarter().quarter()));
    }

    public boolean isOpen() {
        return !run.state().isSettled();
    }

    public boolean isTrying() {
        return trial.filter(each -> each.state() == Trial.State.ASKED).isPresent() && run.state() == Run.State.STAGED;
    }

    public boolean isOwing() {
        return run.state().isSettled() && left > 0;
    }

    public boolean isTried() {
        return run.state() == Run.State.TRIED;
    }

    public boolean isProposed() {
        return run.state() == Run.State.COMPARED;
    }

    public boolean isPaid() {
        return run.state() == Run.State.PAID;
    }

    public boolean canTry() {
        return mayRun
                && isOpen()
                && !isTrying()
                && files.stream().anyMatch(file -> file.kind() == FeedFile.Kind.FEED)
                && files.stream().anyMatch(file -> file.kind() == FeedFile.Kind.REGISTER);
    }

    /** What stands out, in a sentence. */
    public static String words(Warning warning) {
        return Texts.say("QuarterWarning." + warning.kind(), warning.words().toArray());
    }
}
