// What a JavaScript programmer would write: js-yaml, and ajv with the exported schema. A peer, not a part.
// It gives no line numbers, knows no ids and no calendar.

import { readFileSync } from "node:fs";

import Ajv from "ajv";
import * as yaml from "js-yaml";

const [schemaFile, ...plans] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

let faults = 0;
for (const plan of plans) {
    const data = yaml.load(readFileSync(plan, "utf8"), { schema: yaml.CORE_SCHEMA });
    if (!validate(data)) {
        for (const fault of validate.errors) {
            console.log(`${plan}: ${fault.instancePath} ${fault.message}`);
            faults += 1;
        }
    }
}
process.exitCode = faults ? 1 : 0;
