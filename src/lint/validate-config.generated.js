// Generated from schemas/config.schema.json by `npm run generate`. Do not edit.
import * as module0 from "ajv/dist/runtime/ucs2length.js";
const commonJs = (m) => (m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : (m.default ?? m));
export const validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"config.schema.json","title":"ConfigFile","description":"What the checks go by in one repository: severities, thresholds, and findings that are accepted for a while.","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string","description":"For editors."},"severities":{"type":"object","description":"Check id to severity; off takes the check's findings away. What a check weighs otherwise stands in docs/checks.","additionalProperties":{"enum":["error","warning","info","off"]}},"thresholds":{"type":"object","additionalProperties":false,"properties":{"menuTooWide":{"type":"integer","minimum":1,"maximum":12,"default":7,"description":"The most keys that a menu may offer before menu-too-wide finds it."},"windowExpiresSoonDays":{"type":"integer","minimum":0,"maximum":3650,"default":14,"description":"window-expires-soon finds rules that expire within so many days of 24 hours; 0 finds none."}}},"suppressions":{"type":"array","items":{"$ref":"#/definitions/SuppressionEntry"}}},"definitions":{"SuppressionEntry":{"type":"object","additionalProperties":false,"required":["check","rule","reason","expires"],"description":"Findings of one check in one rule that are accepted for a while.","properties":{"check":{"type":"string","minLength":1,"description":"The id of the check."},"rule":{"type":"string","minLength":1,"description":"The name of the rule."},"node":{"type":"string","minLength":1,"description":"The id of a node: only findings in it. Left out: all findings in the rule."},"reason":{"type":"string","pattern":"\\S","description":"Why the findings are accepted. The report shows it."},"expires":{"type":"string","anyOf":[{"type":"string","format":"date"},{"type":"string","format":"date-time"}],"description":"The last day on which this suppresses (through its end in UTC), such as 2027-12-31, or the instant from which on it does not, such as 2027-12-31T18:00:00+01:00. After that it is an error."}}}}};
const schema12 = {"type":"object","additionalProperties":false,"required":["check","rule","reason","expires"],"description":"Findings of one check in one rule that are accepted for a while.","properties":{"check":{"type":"string","minLength":1,"description":"The id of the check."},"rule":{"type":"string","minLength":1,"description":"The name of the rule."},"node":{"type":"string","minLength":1,"description":"The id of a node: only findings in it. Left out: all findings in the rule."},"reason":{"type":"string","pattern":"\\S","description":"Why the findings are accepted. The report shows it."},"expires":{"type":"string","anyOf":[{"type":"string","format":"date"},{"type":"string","format":"date-time"}],"description":"The last day on which this suppresses (through its end in UTC), such as 2027-12-31, or the instant from which on it does not, such as 2027-12-31T18:00:00+01:00. After that it is an error."}}};
const func2 = commonJs(module0).default;
const pattern0 = new RegExp("\\S", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="config.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "$schema") || (key0 === "severities")) || (key0 === "thresholds")) || (key0 === "suppressions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.severities !== undefined){
let data1 = data.severities;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
let data2 = data1[key1];
if(!((((data2 === "error") || (data2 === "warning")) || (data2 === "info")) || (data2 === "off"))){
const err2 = {instancePath:instancePath+"/severities/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/severities/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.severities.additionalProperties.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/severities",schemaPath:"#/properties/severities/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.thresholds !== undefined){
let data3 = data.thresholds;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
if(!((key2 === "menuTooWide") || (key2 === "windowExpiresSoonDays"))){
const err4 = {instancePath:instancePath+"/thresholds",schemaPath:"#/properties/thresholds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.menuTooWide !== undefined){
let data4 = data3.menuTooWide;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err5 = {instancePath:instancePath+"/thresholds/menuTooWide",schemaPath:"#/properties/thresholds/properties/menuTooWide/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 12 || isNaN(data4)){
const err6 = {instancePath:instancePath+"/thresholds/menuTooWide",schemaPath:"#/properties/thresholds/properties/menuTooWide/maximum",keyword:"maximum",params:{comparison: "<=", limit: 12},message:"must be <= 12"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err7 = {instancePath:instancePath+"/thresholds/menuTooWide",schemaPath:"#/properties/thresholds/properties/menuTooWide/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data3.windowExpiresSoonDays !== undefined){
let data5 = data3.windowExpiresSoonDays;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err8 = {instancePath:instancePath+"/thresholds/windowExpiresSoonDays",schemaPath:"#/properties/thresholds/properties/windowExpiresSoonDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 3650 || isNaN(data5)){
const err9 = {instancePath:instancePath+"/thresholds/windowExpiresSoonDays",schemaPath:"#/properties/thresholds/properties/windowExpiresSoonDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3650},message:"must be <= 3650"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err10 = {instancePath:instancePath+"/thresholds/windowExpiresSoonDays",schemaPath:"#/properties/thresholds/properties/windowExpiresSoonDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/thresholds",schemaPath:"#/properties/thresholds/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.suppressions !== undefined){
let data6 = data.suppressions;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.check === undefined){
const err12 = {instancePath:instancePath+"/suppressions/" + i0,schemaPath:"#/definitions/SuppressionEntry/required",keyword:"required",params:{missingProperty: "check"},message:"must have required property '"+"check"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data7.rule === undefined){
const err13 = {instancePath:instancePath+"/suppressions/" + i0,schemaPath:"#/definitions/SuppressionEntry/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data7.reason === undefined){
const err14 = {instancePath:instancePath+"/suppressions/" + i0,schemaPath:"#/definitions/SuppressionEntry/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data7.expires === undefined){
const err15 = {instancePath:instancePath+"/suppressions/" + i0,schemaPath:"#/definitions/SuppressionEntry/required",keyword:"required",params:{missingProperty: "expires"},message:"must have required property '"+"expires"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key3 in data7){
if(!(((((key3 === "check") || (key3 === "rule")) || (key3 === "node")) || (key3 === "reason")) || (key3 === "expires"))){
const err16 = {instancePath:instancePath+"/suppressions/" + i0,schemaPath:"#/definitions/SuppressionEntry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.check !== undefined){
let data8 = data7.check;
if(typeof data8 === "string"){
if(func2(data8) < 1){
const err17 = {instancePath:instancePath+"/suppressions/" + i0+"/check",schemaPath:"#/definitions/SuppressionEntry/properties/check/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/suppressions/" + i0+"/check",schemaPath:"#/definitions/SuppressionEntry/properties/check/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.rule !== undefined){
let data9 = data7.rule;
if(typeof data9 === "string"){
if(func2(data9) < 1){
const err19 = {instancePath:instancePath+"/suppressions/" + i0+"/rule",schemaPath:"#/definitions/SuppressionEntry/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/suppressions/" + i0+"/rule",schemaPath:"#/definitions/SuppressionEntry/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.node !== undefined){
let data10 = data7.node;
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err21 = {instancePath:instancePath+"/suppressions/" + i0+"/node",schemaPath:"#/definitions/SuppressionEntry/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/suppressions/" + i0+"/node",schemaPath:"#/definitions/SuppressionEntry/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data7.reason !== undefined){
let data11 = data7.reason;
if(typeof data11 === "string"){
if(!pattern0.test(data11)){
const err23 = {instancePath:instancePath+"/suppressions/" + i0+"/reason",schemaPath:"#/definitions/SuppressionEntry/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/suppressions/" + i0+"/reason",schemaPath:"#/definitions/SuppressionEntry/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data7.expires !== undefined){
let data12 = data7.expires;
if(typeof data12 !== "string"){
const err25 = {instancePath:instancePath+"/suppressions/" + i0+"/expires",schemaPath:"#/definitions/SuppressionEntry/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const _errs31 = errors;
let valid7 = false;
const _errs32 = errors;
if(!(typeof data12 === "string")){
const err26 = {instancePath:instancePath+"/suppressions/" + i0+"/expires",schemaPath:"#/definitions/SuppressionEntry/properties/expires/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid0 = _errs32 === errors;
valid7 = valid7 || _valid0;
if(!valid7){
const _errs34 = errors;
if(!(typeof data12 === "string")){
const err27 = {instancePath:instancePath+"/suppressions/" + i0+"/expires",schemaPath:"#/definitions/SuppressionEntry/properties/expires/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid0 = _errs34 === errors;
valid7 = valid7 || _valid0;
}
if(!valid7){
const err28 = {instancePath:instancePath+"/suppressions/" + i0+"/expires",schemaPath:"#/definitions/SuppressionEntry/properties/expires/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err29 = {instancePath:instancePath+"/suppressions/" + i0,schemaPath:"#/definitions/SuppressionEntry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
