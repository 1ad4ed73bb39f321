package org.huzhu.members;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealed columns of this room, to be sealed again when keys change. */
@Configuration(proxyBeanMethods = false)
class SealedMembers {

    @Bean
    SealedColumn memberPapers(JdbcClient database) {
        return new Column(database, Field.ID_NUMBER, "members.member", "paper_sealed");
    }

    @Bean
    SealedColumn memberPhones(JdbcClient database) {
        return new Column(database, Field.PHONE, "members.member", "phone_sealed");
    }

    @Bean
    SealedColumn memberAddresses(JdbcClient database) {
        return new Column(database, Field.ADDRESS, "members.member", "address_sealed");
    }

    @Bean
    SealedColumn memberCards(JdbcClient database) {
        return new Column(database, Field.CARD, "members.card", "sealed");
    }

    @Bean
    SealedColumn relativePapers(JdbcClient database) {
        return new Column(database, Field.ID_NUMBER, "members.relative", "paper_sealed");
    }

    @Bean
    SealedColumn corrections(JdbcClient database) {
        return new Column(database, Field.WORDS, "members.correction", "wish_sealed");
    }

    /**
     * One column; the names are ours, never anybody's input.
     *
     * @param table with a column {@code id}, by which values are sealed
     */
    private record Column(JdbcClient database, Field field, String table, String name) implements SealedColumn {

        @Override
        public SequencedMap<UUID, byte[]> after(UUID after, int max) {
            SequencedMap<UUID, byte[]> rows = new LinkedHashMap<>();
            database.sql("select id, %1$s from %2$s where %1$s is not null and id > :after order by id limit :max"
                            .formatted(name, table))
                    .param("after", after)
                    .param("max", max)
                    .query(row -> {
                        rows.put(row.getObject("id", UUID.class), row.getBytes(name));
                    });
            return rows;
        }

        @Override
        public void replace(UUID row, byte[] old, byte[] fresh) {
            database.sql("update %1$s set %2$s = :fresh where id = :id and %2$s = :old".formatted(table, name))
                    .param("fresh", fresh)
                    .param("id", row)
                    .param("old", old)
                    .update();
        }
    }
}
