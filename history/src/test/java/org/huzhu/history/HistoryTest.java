package org.huzhu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.columns.Bills;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.plan.CostField;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    private Path temp = Path.of("");

    @Test
    void what_is_read_is_what_was_written() {
        Cases.check(60, cases -> {
            Words words = new Words();
            Part part = Societies.part(cases, words, (int) cases.wholeBetween(0, 40));

            List<Part> read = Stores.loaded(Stores.written(temp, words, part));

            assertThat(Societies.texts(read)).isEqualTo(Societies.texts(part));
        });
    }

    @Test
    void a_society_without_any_event_is_a_store_too() {
        Cases.check(1, cases -> {
            Words words = new Words();
            Part part = Societies.part(cases, words, 7, List.of());

            Path folder = Stores.written(temp, words, part);

            assertThat(Societies.texts(Stores.loaded(folder))).isEqualTo(Societies.texts(part));
            assertThat(History.open(folder).manifest().events()).isZero();
        });
    }

    @Test
    void parts_are_read_in_their_order_by_several_threads() {
        Cases.check(1, cases -> {
            Words words = new Words();
            Part first = Societies.part(cases, words, Part.MEMBERS, List.of(EventKind.VISIT));
            Part last = Societies.part(cases, words, 3);
            Path folder = Stores.written(temp, words, first, last);
            List<Integer> told = new ArrayList<>();

            List<Part> read =
                    History.open(folder).loadAll(FactBuilder.ALL_PARTS, 2, (parts, of) -> told.add(parts * 10 + of));

            assertThat(Societies.texts(read)).isEqualTo(Societies.texts(List.of(first, last)));
            assertThat(told).containsExactly(12, 22);
            assertThat(History.open(folder).manifest().members()).isEqualTo(Part.MEMBERS + 3L);
        });
    }

    @Test
    void words_keep_their_numbers() {
        Words words = new Words();
        words.number("住院津贴");
        words.number("女职工重疾");

        Words read = History.open(Stores.written(temp, words)).words();

        assertThat(IntStream.range(0, read.end()).mapToObj(read::word)).containsExactly("", "住院津贴", "女职工重疾");
        assertThat(read.find("女职工重疾")).isEqualTo(2);
    }

    @Test
    void only_the_parts_of_bills_that_are_asked_for_are_read() {
        Cases.check(5, cases -> {
            Words words = new Words();
            Part part = Societies.part(cases, words, 20, List.of(EventKind.VISIT, EventKind.STAY));
            Path folder = Stores.written(temp, words, part);

            Bills read = History.open(folder)
                    .load(0, Set.of(CostField.SELF_PAY_1))
                    .facts()
                    .bills();

            for (CostField cost : EnumSet.complementOf(EnumSet.of(CostField.SELF_PAY_1))) {
                assertThat(IntStream.range(0, part.facts().events()).mapToLong(bill -> read.fen(cost, bill)))
                        .allMatch(fen -> fen == Bills.UNKNOWN);
            }
        });
    }

    @Test
    void numbers_of_members_are_kept_where_they_are_known() {
        Cases.check(1, cases -> {
            Words words = new Words();
            Part part = Societies.part(cases, words, 3);
            Path folder = temp.resolve("numbered");
            try (HistoryWriter writer = new HistoryWriter(folder, words, "试验")) {
                writer.write(0, part, member -> member == 1 ? Optional.empty() : Optional.of("会员" + member));
                writer.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }

            assertThat(History.open(folder).memberNumbers(0))
                    .containsExactly(Optional.of("会员0"), Optional.empty(), Optional.of("会员2"));
        });
    }

    @Test
    void a_writer_that_is_not_finished_leaves_nothing() {
        Cases.check(1, cases -> {
            Path folder = temp.resolve("unfinished");
            try (HistoryWriter writer = new HistoryWriter(folder, new Words(), "试验")) {
                writer.write(0, Societies.part(cases, new Words(), 5));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }

            assertThat(names(temp)).isEmpty();
        });
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> within = Files.list(folder)) {
            return within.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_store_with_a_part_missing_is_not_finished() {
        Cases.check(1, cases -> {
            Words words = new Words();
            try (HistoryWriter writer = new HistoryWriter(temp.resolve("gap"), words, "试验")) {
                writer.write(1, Societies.part(cases, words, 5));

                assertThatIllegalArgumentException().isThrownBy(writer::finish);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(names(temp)).isEmpty();
        });
    }
}
