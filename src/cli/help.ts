// What --help prints.

export const HELP = `cxone-ivr: checks IVR routing rules, as the action does on a pull request

  cxone-ivr lint [globs…]                 checks every rule and runs the path tests
  cxone-ivr test [globs…]                 runs the path tests alone
  cxone-ivr report [globs…] --out DIR     writes report.html, report.json, report.md, report.sarif
  cxone-ivr graph RULE                    figures and Mermaid text of a rule: the path of its file, or its name
  cxone-ivr hash [globs…]                 one line "payload hash, name" a rule
  cxone-ivr verify [FILES…]               checks audit logs as one chain, in the order given (default audit.jsonl)
  cxone-ivr import                        a rule file for every flow of the tenant that has none
  cxone-ivr adopt                         writes what the tenant has otherwise into the rule files

A glob may also be the path of a file or of a folder. All are relative to the current folder.

  --rules GLOB       the same as a glob behind the command; may stand more than once (default rules/**/*.json)
  --config FILE      severities, thresholds and suppressions (default cxone-rules.config.json, which may be missing)
  --id-map FILE      lint, test, report, hash, verify: the ids of one environment in place of those in the rules;
                     import, adopt: the same backwards
  --tenant-url URL   import, adopt: the tenant, in place of CXONE_TENANT_URL
  --api-config FILE  import, adopt: for a tenant whose paths or way to a token differ
  --max-depth N      most transitions that the longest way through a rule may have (default 15)
  --fail-on LEVEL    least severity that fails: error, warning or never (default error)
  --out DIR          the folder of report
  --digest           hash: the ruleset digest alone, which is the SHA-256 of the lines
  --digest HASH      verify: the ruleset digest that the rules of --rules, and the last deployment, must have
  --head HASH        verify: the hash that the log must end with, as the status of the commit has it
  --environment NAME verify: the environment that every record must be of (default that of the first)
  --json             lint, test, graph, hash, verify: JSON instead of text
  --no-color         no colours; NO_COLOR does the same, and so does a stdout that is no terminal
  -h, --help         this
  --version          the version

import and adopt take the tenant from the environment: CXONE_TENANT_URL, CXONE_CLIENT_ID and CXONE_CLIENT_SECRET.

Exit code: 0 all is well, 1 findings at or over --fail-on, a path test that fails or a log that does not fit, 2 usage,
or input that cannot be read.
`;
