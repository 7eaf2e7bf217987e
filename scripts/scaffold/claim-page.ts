/** The first version of an experiment's page: every section that such a page has, in order. */
export const claimPage = (id: string, title: string, place: number): string => `---
title: ${title}
description: Whether two threads or two processes are done sooner, as this site's build has measured it.
kind: claim
experiment: ${id}
claims: []
keywords: []
sidebar:
  order: ${place}
---

**Are two threads done sooner than two processes?** The answer in two or three plain sentences, and what it means for the reader's
code.

## The picture

<Chart experiment="${id}" metric="time" kind="bars" title="Time until both workers have answered" />

## What happened

Two workers add up numbers, each its own, and the program waits for both.

<WhenMeasured experiment="${id}" cases="numbers-100000" metric="time" variants="thread process">It took
<Figure experiment="${id}" case="numbers-100000" metric="time" variant="thread" /> with threads and
<Figure experiment="${id}" case="numbers-100000" metric="time" variant="process" /> with processes.</WhenMeasured>

## The programs

<Programs experiment="${id}" variants="thread process" />

## Run it here

<Run experiment="${id}" />

## Open the sandbox

<Sandbox experiment="${id}" />

## Why it comes out so

The reason, with a source for what is not measured here.

## When it does not hold

What would make it come out otherwise.

## Published figures

We know of none.

## What would have falsified it

The result that would have spoken against it.

## Where the figures come from

<Provenance experiment="${id}" />
`;
