package org.huzhu.bench.drools;

/** Stands for the parts of one clause and group under one cover. */
public record Group(int clause, int group, int cover) {}
