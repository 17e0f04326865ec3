<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="item">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Research and development" type="QString" value="rnd" />
       </Option>
       <Option type="Map">
        <Option name="Other than research and development" type="QString" value="other" />
       </Option>
       <Option type="Map">
        <Option name="National budget" type="QString" value="national" />
       </Option>
       <Option type="Map">
        <Option name="Local budget" type="QString" value="local" />
       </Option>
       <Option type="Map">
        <Option name="Total" type="QString" value="total" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="krw_100m">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="item" index="0" name="Item" />
  <alias field="item_ko" index="1" name="Item, Korean" />
  <alias field="item_en" index="2" name="Item, English" />
  <alias field="year" index="3" name="Year" />
  <alias field="phase" index="4" name="Phase" />
  <alias field="krw_100m" index="5" name="Hundreds of millions of won" />
  <alias field="source" index="6" name="Source" />
 </aliases>
</qgis>
