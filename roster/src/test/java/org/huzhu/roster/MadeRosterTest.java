package org.huzhu.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huzhu.city.roster.Flaw;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the maker of rosters put wrong is what is found wrong, and nothing else. */
class MadeRosterTest {

    private static final int ROWS = 5_000;

    private static TroubleKind kind(Flaw flaw) {
        return switch (flaw) {
            case ID_AS_NUMBER, ID_SCIENTIFIC -> TroubleKind.LOST_DIGITS;
            case ID_CHECK -> TroubleKind.ID_CHECK;
            case ID_SHORT -> TroubleKind.ID_LENGTH;
            case ID_MISSING, NAME_MISSING -> TroubleKind.MISSING;
            case ID_REPEATED -> TroubleKind.REPEATED;
            case NAME_OF_TWO -> TroubleKind.TWO_PERSONS;
            case SEX -> TroubleKind.SEX_DISAGREES;
            case BIRTH -> TroubleKind.BIRTH_DISAGREES;
            case PHONE -> TroubleKind.PHONE_WRONG;
            case CARD -> TroubleKind.CARD_WRONG;
            case ERROR_CELL -> TroubleKind.CELL_ERROR;
            case IMPOSSIBLE_DAY -> TroubleKind.DATE_IMPOSSIBLE;
        };
    }

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found_in_its_row_and_no_habit_is_taken_for_one(RosterForm form) throws IOException {
        RosterMaker maker = new RosterMaker(7, ROWS, 150_000);
        boolean isText = form == RosterForm.CSV_UTF_8 || form == RosterForm.CSV_GB18030;
        Rosters read = Rosters.within(folder -> Rosters.read(written(maker, form, folder)));
        assertThat(read.lines()).hasSize(ROWS);
        for (RosterLine line : read.lines()) {
            Flaw flaw = maker.flaw(line.row() - 2).orElse(null);
            if (flaw == null) {
                assertThat(line.troubles()).as("row %d", line.row()).isEmpty();
            } else if (flaw == Flaw.ERROR_CELL && isText) {
                assertThat(line.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.PHONE_WRONG);
            } else {
                assertThat(line.troubles())
                        .as("row %d, %s", line.row(), flaw)
                        .extracting(Trouble::kind)
                        .contains(kind(flaw));
            }
        }
    }

    private static Path written(RosterMaker maker, RosterForm form, Path folder) throws IOException {
        Path file = folder.resolve("roster");
        try (OutputStream out = Files.newOutputStream(file)) {
            maker.write(form, out);
        }
        return file;
    }
}
