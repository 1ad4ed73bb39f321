package org.huzhu.history;

import java.io.IOException;
import java.util.List;
import org.huzhu.columns.Words;
import org.huzhu.history.parquet.ParquetReader;
import org.huzhu.history.parquet.Workspace;
import org.jspecify.annotations.Nullable;

/** The words of a store: all numbers from 1 on, each with its word. */
final class StoredWords {

    static final String FILE = "words.parquet";
    static final List<Field> FIELDS = List.of(Field.number("number"), Field.text("word"));

    private StoredWords() {}

    static Words read(Storage storage, Workspace workspace) throws IOException {
        try (ParquetReader file = ParquetReader.open(storage.open(FILE), workspace)) {
            int[] numbers = new int[file.rows()];
            file.ints(FIELDS.get(0).column(), numbers, 0, 0);
            @Nullable String[] texts = file.texts(FIELDS.get(1).column());
            Words words = new Words();
            for (int i = 0; i < numbers.length; i++) {
                String text = texts[i];
                if (numbers[i] != i + 1 || text == null || words.number(text) != i + 1) {
                    throw HistoryRefused.of(
                            storage.name() + "/" + FILE, "number", "第 " + (i + 1) + " 行不是下一个号码，或词与前面的重复");
                }
            }
            return words;
        }
    }
}
