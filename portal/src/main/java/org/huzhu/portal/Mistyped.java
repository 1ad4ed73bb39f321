package org.huzhu.portal;

import java.util.List;
import org.huzhu.unions.Organisation;

/** Something in a form that cannot be understood; its sentence says what, and what to do. */
public final class Mistyped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final transient List<Organisation> likely;

    private Mistyped(String sentence, List<Organisation> likely) {
        super("A form cannot be understood");
        this.sentence = sentence;
        this.likely = likely;
    }

    /** The sentence of the name, with its blanks filled. */
    public static Mistyped of(String text, Object... blanks) {
        return new Mistyped(Texts.say(text, blanks), List.of());
    }

    /** Several are called so; one is to be chosen. */
    public static Mistyped choose(List<Organisation> likely) {
        return new Mistyped(Texts.say("change.target.choose", likely.size()), likely);
    }

    public String sentence() {
        return sentence;
    }

    public List<Organisation> likely() {
        return likely;
    }
}
