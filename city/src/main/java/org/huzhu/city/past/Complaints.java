package org.huzhu.city.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huzhu.city.Chance;
import org.huzhu.city.past.Complaint.Kind;
import org.huzhu.kernel.Sex;

/** Draws the numbers of disease codes. */
final class Complaints {

    private final Pick illnessOfMen;
    private final Pick illnessOfWomen;
    private final Pick injury;
    private final Pick childbirth;

    Complaints(Vocabulary vocabulary) {
        illnessOfMen = pick(vocabulary, Set.of(Kind.ILLNESS));
        illnessOfWomen = pick(vocabulary, Set.of(Kind.ILLNESS, Kind.WOMEN));
        injury = pick(vocabulary, Set.of(Kind.INJURY));
        childbirth = pick(vocabulary, Set.of(Kind.CHILDBIRTH));
    }

    private record Pick(List<Integer> codes, Odds odds) {
        int any(Chance chance) {
            return codes.get(odds.place(chance.below(odds.sum())));
        }
    }

    private static Pick pick(Vocabulary vocabulary, Set<Kind> kinds) {
        List<Integer> codes = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (Complaint complaint : Complaint.ALL) {
            if (kinds.contains(complaint.kind())) {
                codes.add(vocabulary.of(complaint.code()));
                weights.add(complaint.weight());
            }
        }
        return new Pick(List.copyOf(codes), new Odds(weights));
    }

    int illness(Sex sex, Chance chance) {
        return (sex == Sex.MALE ? illnessOfMen : illnessOfWomen).any(chance);
    }

    int injury(Chance chance) {
        return injury.any(chance);
    }

    int childbirth(Chance chance) {
        return childbirth.any(chance);
    }
}
