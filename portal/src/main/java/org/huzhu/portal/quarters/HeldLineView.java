package org.huzhu.portal.quarters;

import java.util.Optional;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.mending.HeldLine;

/**
 * A line that no bank takes, as its page shows it.
 *
 * @param name with which the form begins
 * @param proof the name of the sentence that asks for a new proof; empty where none is wanted
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record HeldLineView(
        HeldLine line, String name, boolean mayAsk, boolean mayConfirm, Optional<String> proof, String trouble) {

    public String address() {
        return QuartersPage.ADDRESS + "/lines/" + line.id();
    }

    /** The page of the quarter. */
    public String back() {
        return QuartersPage.ADDRESS + "/" + line.run();
    }

    /** What the quarter is called. */
    public String title() {
        return Texts.say(
                "quarters.name",
                line.quarter().plan(),
                String.valueOf(line.quarter().year()),
                String.valueOf(line.quarter().quarter()));
    }
}
