/**
 * The same judge on a cluster: a replay and a quarter over a store of past events, on Apache Spark.
 *
 * <p>{@link org.huzhu.cluster.ReplayJob} and {@link org.huzhu.cluster.SettleJob} are what {@code spark-submit} is
 * given. The store lies in parts by member, and a part is a task: it reads its tables itself, judges its members with
 * {@code org.huzhu.adjudication.Judge} and hands on rows. Nothing is shuffled, no rule is written here. Plans travel as
 * their texts and are read and compiled once in each process. How to run it, and what 200 million members take, is said
 * in {@code docs/cluster.md}.
 */
@NullMarked
package org.huzhu.cluster;

import org.jspecify.annotations.NullMarked;
