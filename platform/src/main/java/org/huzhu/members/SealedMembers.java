package org.huzhu.members;

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
        return SealedColumn.of(database, Field.ID_NUMBER, "members.member", "id", "paper_sealed");
    }

    @Bean
    SealedColumn memberPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "members.member", "id", "phone_sealed");
    }

    @Bean
    SealedColumn memberAddresses(JdbcClient database) {
        return SealedColumn.of(database, Field.ADDRESS, "members.member", "id", "address_sealed");
    }

    @Bean
    SealedColumn memberCards(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "members.card", "id", "sealed");
    }

    @Bean
    SealedColumn relativePapers(JdbcClient database) {
        return SealedColumn.of(database, Field.ID_NUMBER, "members.relative", "id", "paper_sealed");
    }

    @Bean
    SealedColumn waitingPapers(JdbcClient database) {
        return SealedColumn.of(database, Field.ID_NUMBER, "members.waiting", "id", "paper_sealed");
    }

    @Bean
    SealedColumn waitingPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "members.waiting", "id", "phone_sealed");
    }

    @Bean
    SealedColumn waitingCards(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "members.waiting", "card", "card_sealed");
    }

    @Bean
    SealedColumn proxyNames(JdbcClient database) {
        return SealedColumn.of(database, Field.WORDS, "members.proxy", "id", "name_sealed");
    }

    @Bean
    SealedColumn proxyPhones(JdbcClient database) {
        return SealedColumn.of(database, Field.PHONE, "members.proxy", "id", "phone_sealed");
    }

    @Bean
    SealedColumn corrections(JdbcClient database) {
        return SealedColumn.of(database, Field.WORDS, "members.correction", "id", "wish_sealed");
    }
}
